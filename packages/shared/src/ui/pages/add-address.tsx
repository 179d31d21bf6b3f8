import { useState } from 'react';

import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';

/** Enough of an address that it can be one: a name, "@", a domain with a dot, no spaces. */
const addressShape = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/u;

/** Puts an address on the list by hand, with the rep's own reason. */
export function AddAddress() {
  const { messages } = useSurroundings();
  const words = messages.suppressed;
  const { suppress } = usePanelStore();
  const [open, setOpen] = useState(false);
  const [address, setAddress] = useState('');
  const [why, setWhy] = useState('');
  const [wrong, setWrong] = useState(false);
  const close = () => {
    setOpen(false);
    setAddress('');
    setWhy('');
    setWrong(false);
  };
  const add = () => {
    const clean = address.trim().toLowerCase();
    if (!addressShape.test(clean) || clean.length > 320) {
      setWrong(true);
      return;
    }
    void suppress(clean, why.trim());
    close();
  };
  if (!open) {
    return (
      <div>
        <Button look="plain" onPress={() => setOpen(true)}>
          {words.add}
        </Button>
      </div>
    );
  }
  return (
    <form
      className="box"
      aria-label={words.add}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        name={words.address}
        hint={words.addressHint}
        wrong={wrong ? words.addressWrong : null}
        value={address}
        focused
        onChange={(text) => {
          setWrong(false);
          setAddress(text);
        }}
      />
      <TextField
        name={words.note}
        hint={words.noteHint}
        wrong={null}
        value={why}
        onChange={setWhy}
      />
      <div className="steps">
        <Button look="primary" submit>
          {words.addStep}
        </Button>
        <Button look="plain" onPress={close}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
