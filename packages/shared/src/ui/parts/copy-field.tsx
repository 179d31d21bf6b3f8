import { useState } from 'react';

import { useSurroundings } from '../surroundings.tsx';
import { Button } from './button.tsx';

/** A text to take elsewhere letter for letter, with a button that copies it. */
export function CopyField(props: { readonly name: string; readonly text: string }) {
  const words = useSurroundings().messages.options;
  const [copied, setCopied] = useState<'not-yet' | 'done' | 'failed'>('not-yet');
  const said = { 'not-yet': words.copy, done: words.copied, failed: words.copyFailed };
  const copy = () =>
    navigator.clipboard.writeText(props.text).then(
      () => setCopied('done'),
      () => setCopied('failed'),
    );
  return (
    <div className="field">
      <span className="field-name">{props.name}</span>
      <div className="field-copy">
        <code className="field-value">{props.text}</code>
        <Button look="plain" onPress={() => void copy()}>
          {said[copied]}
        </Button>
      </div>
    </div>
  );
}
