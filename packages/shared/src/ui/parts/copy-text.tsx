import { useSurroundings } from '../surroundings.tsx';
import { Button } from './button.tsx';
import { useCopy } from './use-copy.ts';

/** A text of several lines to take elsewhere letter for letter, with a button that copies it. */
export function CopyText(props: { readonly name: string; readonly text: string }) {
  const words = useSurroundings().messages;
  const [copied, copy] = useCopy();
  const said = { 'not-yet': words.copy, done: words.copied, failed: words.copyFailed };
  return (
    <div className="field">
      <textarea
        className="copy-text"
        readOnly
        rows={12}
        aria-label={props.name}
        value={props.text}
      />
      <Button look="plain" onPress={() => copy(props.text)}>
        {said[copied]}
      </Button>
    </div>
  );
}
