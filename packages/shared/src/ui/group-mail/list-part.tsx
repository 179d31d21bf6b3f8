import { useCallback, useEffect, useMemo, useState } from 'react';

import type { GroupSource, ListInput } from '../../application/panel/queue.ts';
import type { GroupId } from '../../domain/ids.ts';
import { Skeleton } from '../feed/skeleton.tsx';
import { Button } from '../parts/button.tsx';
import { useQueueStore } from '../store/queue-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { CheckResult } from './check-result.tsx';
import { ForecastPart } from './forecast-part.tsx';
import { ListField } from './list-field.tsx';
import { PreviewPart } from './preview-part.tsx';
import { StartPart } from './start-part.tsx';
import { useAnswer } from './use-answer.ts';

/** The list is checked once the typing pauses for so long, ms. */
const pauseMs = 400;

/** Who gets the mail of a draft, and what follows of it. */
export function ListPart(props: {
  readonly source: GroupSource;
  readonly onStarted: (id: GroupId) => void;
}) {
  const { messages } = useSurroundings();
  const words = messages.groupMail;
  const { backend } = useQueueStore();
  const { draftId } = props.source;
  const [text, setText] = useState('');
  const [column, setColumn] = useState<string | null>(null);
  const settledText = usePaused(text);
  const list = useMemo<ListInput>(
    () => ({ text: settledText, ...(column === null ? {} : { addressColumn: column }) }),
    [settledText, column],
  );
  const question = useCallback(() => backend.checkList(draftId, list), [backend, draftId, list]);
  const { answer: checked, again } = useAnswer(question);
  const check = checked.kind === 'ready' ? checked.value : null;
  const startable = check !== null && check.good > 0 && !check.cut && settledText === text;
  return (
    <>
      <ListField
        text={text}
        onText={(next) => {
          setText(next);
          setColumn(null);
        }}
      />
      {checked.kind === 'waiting' && <Skeleton words={words.checking} />}
      {checked.kind === 'failed' && (
        <p className="tone-needs-you">
          {words.checkFailed}{' '}
          <Button look="text" onPress={again}>
            {messages.tryAgain}
          </Button>
        </p>
      )}
      {check !== null && (
        <CheckResult check={check} empty={settledText.trim() === ''} onColumn={setColumn} />
      )}
      {check !== null && check.good > 0 && (
        <PreviewPart source={draftId} list={list} count={check.good} />
      )}
      {startable && (
        <>
          <ForecastPart source={draftId} list={list} />
          <StartPart source={draftId} list={list} count={check.good} onStarted={props.onStarted} />
        </>
      )}
    </>
  );
}

/** A text as it was when it last stayed the same for a moment. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    if (text === paused) return undefined;
    const timer = setTimeout(() => setPaused(text), text === '' ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [text, paused]);
  return paused;
}
