import { useEffect, useId, useRef } from 'react';

/** A one-line text field with its name over it and a hint, or what is wrong, under it. */
export function TextField(props: {
  readonly name: string;
  readonly hint: string;
  /** What is wrong with the text, or null. */
  readonly wrong: string | null;
  readonly value: string;
  readonly secret?: boolean;
  /** Takes the focus when it appears. */
  readonly focused?: boolean;
  readonly onChange: (text: string) => void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { focused = false } = props;
  useEffect(() => {
    if (focused) input.current?.focus();
  }, [focused]);
  return (
    <div className="field">
      <label htmlFor={id}>{props.name}</label>
      <input
        ref={input}
        id={id}
        type={props.secret === true ? 'password' : 'text'}
        value={props.value}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        aria-invalid={props.wrong !== null || undefined}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <p
        id={`${id}-hint`}
        className={props.wrong === null ? 'soft' : 'tone-needs-you'}
        aria-live="polite"
      >
        {props.wrong ?? props.hint}
      </p>
    </div>
  );
}
