import { useState } from 'react';

/** Whether a copy was asked for, and what became of it. */
export type CopyState = 'not-yet' | 'done' | 'failed';

/** Copies a text to the clipboard, and says what became of the last try. */
export function useCopy(): readonly [CopyState, (text: string) => void] {
  const [state, setState] = useState<CopyState>('not-yet');
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => setState('done'),
      () => setState('failed'),
    );
  return [state, copy];
}
