import ChevronDown from 'lucide-react/icons/chevron-down';
import { useId } from 'react';

import type { GroupSource } from '../../application/panel/queue.ts';
import { displayText } from '../../domain/message/display-text.ts';
import { Button } from '../parts/button.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { Say } from '../text/say.tsx';
import { sizeWords } from './size-words.ts';

/** Which draft the group mail is made of, and what that draft asks for. */
export function DraftChoice(props: {
  readonly sources: readonly GroupSource[];
  readonly source: GroupSource | null;
  readonly onChoose: (draftId: string) => void;
  readonly onAgain: () => void;
}) {
  const { messages } = useSurroundings();
  const words = messages.groupMail;
  const { source, sources } = props;
  const id = useId();
  return (
    <section className="field">
      <label htmlFor={id}>{words.draft}</label>
      <div className="list-tools">
        <span className="choice group-draft">
          <select
            id={id}
            value={source?.draftId ?? ''}
            onChange={(event) => props.onChoose(event.target.value)}
          >
            {source === null && <option value="">{words.draftChoose}</option>}
            {sources.map(({ draftId, subject }) => (
              <option key={draftId} value={draftId} dir="auto">
                {displayText(subject === '' ? messages.noSubject : subject, 100)}
              </option>
            ))}
          </select>
          <ChevronDown size={14} aria-hidden />
        </span>
        <Button look="text" onPress={props.onAgain}>
          {words.again}
        </Button>
      </div>
      <p className="soft">{words.draftWhy}</p>
      {source !== null && (
        <p className="soft">
          {source.fields.length === 0 ? (
            words.draftNoFields
          ) : (
            <Say sentence={words.draftFields(source.fields)} />
          )}
        </p>
      )}
      {source !== null && source.attachmentBytes > 0 && (
        <p className="soft">
          {words.attachments(sizeWords(source.attachmentBytes, messages.language.tag))}
        </p>
      )}
    </section>
  );
}
