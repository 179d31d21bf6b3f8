import { useCallback, useEffect, useRef, useState } from 'react';

import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';

/** Takes one address off the list, with the person's own reason where they have one to give. */
export function TakeOff({ address }: { readonly address: string }) {
  const { messages } = useSurroundings();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        look="text"
        label={messages.suppressed.undoFor(address)}
        onPress={() => setOpen(!open)}
      >
        {messages.undo}
      </Button>
      {open && <Why address={address} onClose={() => setOpen(false)} />}
    </>
  );
}

function Why(props: { readonly address: string; readonly onClose: () => void }) {
  const { suppressed: words } = useSurroundings().messages;
  const { unsuppress } = usePanelStore();
  const [why, setWhy] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const { onClose } = props;
  const close = useCallback(() => {
    const opener = form.current?.previousElementSibling;
    if (opener instanceof HTMLElement) opener.focus();
    onClose();
  }, [onClose]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // The page would be left by it.
      event.preventDefault();
      close();
    };
    const element = form.current;
    element?.addEventListener('keydown', pressed);
    return () => element?.removeEventListener('keydown', pressed);
  }, [close]);
  return (
    <form
      ref={form}
      className="take-off"
      aria-label={words.undoFor(props.address)}
      onSubmit={(event) => {
        event.preventDefault();
        void unsuppress(props.address, why.trim());
      }}
    >
      <TextField
        name={words.note}
        hint={words.noteHint}
        wrong={null}
        value={why}
        focused
        onChange={setWhy}
      />
      <div className="steps">
        <Button look="primary" submit>
          {words.takeOff}
        </Button>
        <Button look="plain" onPress={close}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
