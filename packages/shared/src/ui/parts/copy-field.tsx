import { useSurroundings } from '../surroundings.tsx';
import { Button } from './button.tsx';
import { useCopy } from './use-copy.ts';

/** A text to take elsewhere letter for letter, with a button that copies it. */
export function CopyField(props: { readonly name: string; readonly text: string }) {
  const words = useSurroundings().messages;
  const [copied, copy] = useCopy();
  const said = { 'not-yet': words.copy, done: words.copied, failed: words.copyFailed };
  return (
    <div className="field">
      <span className="field-name">{props.name}</span>
      <div className="field-copy">
        <code className="field-value">{props.text}</code>
        <Button look="plain" onPress={() => copy(props.text)}>
          {said[copied]}
        </Button>
      </div>
    </div>
  );
}
