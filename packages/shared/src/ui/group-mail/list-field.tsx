import { useId, useRef, useState } from 'react';

import { Button } from '../parts/button.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { Say } from '../text/say.tsx';
import { readListFile } from './read-list-file.ts';

type FileState =
  | { readonly kind: 'none' | 'too-large' | 'unread' }
  | { readonly kind: 'read'; readonly name: string };

/** The people of a list: pasted or typed, or from a CSV file. A file stands in place of the field, since nobody reads 10,000 lines there. */
export function ListField(props: {
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  const words = useSurroundings().messages.groupMail;
  const [file, setFile] = useState<FileState>({ kind: 'none' });
  const picker = useRef<HTMLInputElement>(null);
  const id = useId();

  async function take(chosen: File | undefined): Promise<void> {
    if (chosen === undefined) return;
    const read = await readListFile(chosen);
    setFile(read.kind === 'text' ? { kind: 'read', name: chosen.name } : read);
    if (read.kind === 'text') props.onText(read.text);
  }

  return (
    <section className="field">
      <h3>{words.people}</h3>
      {file.kind === 'read' ? (
        <p>
          <Say sentence={words.fileName(file.name)} />{' '}
          <Button
            look="text"
            onPress={() => {
              setFile({ kind: 'none' });
              props.onText('');
            }}
          >
            {words.clear}
          </Button>
        </p>
      ) : (
        <>
          <label htmlFor={id}>{words.paste}</label>
          <textarea
            id={id}
            className="group-list"
            rows={4}
            dir="auto"
            spellCheck={false}
            aria-describedby={`${id}-hint`}
            value={props.text}
            onChange={(event) => props.onText(event.target.value)}
          />
          <p id={`${id}-hint`} className="soft">
            {words.pasteHint}
          </p>
        </>
      )}
      <input
        ref={picker}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        hidden
        aria-label={words.file}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          // The same file, mended, may be chosen again.
          event.target.value = '';
        }}
      />
      <div>
        <Button look="plain" onPress={() => picker.current?.click()}>
          {words.file}
        </Button>
      </div>
      <p className="tone-needs-you" aria-live="polite">
        {file.kind === 'too-large' && words.fileTooLarge}
        {file.kind === 'unread' && words.fileUnread}
      </p>
    </section>
  );
}
