import { useCallback, useState } from 'react';

import type { ListInput } from '../../application/panel/queue.ts';
import { displayText } from '../../domain/message/display-text.ts';
import { Skeleton } from '../feed/skeleton.tsx';
import { Button } from '../parts/button.tsx';
import { useQueueStore } from '../store/queue-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { Outside, Say } from '../text/say.tsx';
import { useAnswer } from './use-answer.ts';

/** What of a long mail is shown: lines, and characters of each. */
const most = { lines: 400, line: 2000 };

/** The mail as each person gets it, one after the other. Text only: HTML of a draft never reaches the page. */
export function PreviewPart(props: {
  readonly source: string;
  readonly list: ListInput;
  readonly count: number;
}) {
  const { source, list, count } = props;
  const { messages, times } = useSurroundings();
  const words = messages.groupMail;
  const { backend } = useQueueStore();
  const [wanted, setWanted] = useState(0);
  const row = Math.min(wanted, count - 1);
  const question = useCallback(
    () => backend.preview(source, list, row),
    [backend, source, list, row],
  );
  const { answer } = useAnswer(question);
  const preview = answer.kind === 'ready' ? answer.value : null;
  return (
    <section className="box" aria-label={words.preview}>
      <div className="row-head">
        <h3>{words.preview}</h3>
        <span className="steps">
          <Button look="text" disabled={row === 0} onPress={() => setWanted(row - 1)}>
            {words.previous}
          </Button>
          <output>{words.previewOf(times.count(row + 1), times.count(count))}</output>
          <Button look="text" disabled={row >= count - 1} onPress={() => setWanted(row + 1)}>
            {words.following}
          </Button>
        </span>
      </div>
      {answer.kind === 'waiting' && <Skeleton words={words.previewLoading} />}
      {answer.kind !== 'waiting' && preview === null && <p>{words.previewGone}</p>}
      {preview !== null && (
        <>
          <dl className="group-preview-head">
            <dt>{words.to}</dt>
            <dd>
              <Outside text={preview.address} />
            </dd>
            <dt>{words.subject}</dt>
            <dd>
              <Outside text={preview.subject === '' ? messages.noSubject : preview.subject} />
            </dd>
          </dl>
          {preview.missing.length > 0 && (
            <p className="tone-needs-you">
              <Say sentence={words.missing(preview.missing)} />
            </p>
          )}
          {preview.text.trim() === '' ? (
            <p className="soft">{words.emptyText}</p>
          ) : (
            <textarea
              className="group-preview"
              readOnly
              rows={10}
              dir="auto"
              aria-label={words.text}
              value={shownLines(preview.text)}
            />
          )}
        </>
      )}
    </section>
  );
}

function shownLines(text: string): string {
  return text
    .split(/\r\n?|\n/, most.lines)
    .map((line) => displayText(line, most.line))
    .join('\n');
}
