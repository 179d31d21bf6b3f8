import { type ReactNode, useEffect, useId, useRef } from 'react';

import { Button } from '../parts/button.tsx';

/** A question before something that cannot be taken back; it takes the focus, and Escape means no. */
export function Ask(props: {
  readonly title: ReactNode;
  readonly why: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const { onYes, onNo } = props;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // The page would be left by it.
      event.preventDefault();
      onNo();
    };
    const element = form.current;
    element?.addEventListener('keydown', pressed);
    return () => element?.removeEventListener('keydown', pressed);
  }, [onNo]);
  useEffect(() => form.current?.focus(), []);
  return (
    <form
      ref={form}
      tabIndex={-1}
      className="box"
      aria-labelledby={id}
      aria-describedby={`${id}-why`}
      onSubmit={(event) => {
        event.preventDefault();
        onYes();
      }}
    >
      <h3 id={id}>{props.title}</h3>
      <p id={`${id}-why`}>{props.why}</p>
      <div className="steps">
        <Button look="plain" submit>
          {props.yes}
        </Button>
        <Button look="text" onPress={onNo}>
          {props.no}
        </Button>
      </div>
    </form>
  );
}
