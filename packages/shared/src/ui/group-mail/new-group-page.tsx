import { useCallback, useState } from 'react';

import type { GroupId } from '../../domain/ids.ts';
import { Skeleton } from '../feed/skeleton.tsx';
import { PageFrame } from '../pages/page-frame.tsx';
import { BlankState } from '../parts/blank-state.tsx';
import { Button } from '../parts/button.tsx';
import { useQueueStore } from '../store/queue-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { DraftChoice } from './draft-choice.tsx';
import { ListPart } from './list-part.tsx';
import { useAnswer } from './use-answer.ts';

/** Making a group mail: the draft, who gets it, how it looks for each, when it leaves, and the start. */
export function NewGroupPage(props: {
  readonly onBack: () => void;
  readonly onStarted: (id: GroupId) => void;
}) {
  const { messages } = useSurroundings();
  const words = messages.groupMail;
  const { backend } = useQueueStore();
  const [chosen, setChosen] = useState<string | null>(null);
  const question = useCallback(() => backend.sources(), [backend]);
  const { answer: sources, again } = useAnswer(question);
  const source =
    sources.kind === 'ready'
      ? (sources.value.find(({ draftId }) => draftId === chosen) ?? null)
      : null;
  return (
    <PageFrame title={words.title} onBack={props.onBack}>
      {sources.kind === 'waiting' && <Skeleton words={words.draftsLoading} />}
      {sources.kind === 'failed' && (
        <BlankState
          title={words.draftsFailed}
          step={
            <Button look="primary" onPress={again}>
              {messages.tryAgain}
            </Button>
          }
        >
          <p>{messages.failure.retryWhy}</p>
        </BlankState>
      )}
      {sources.kind === 'ready' && sources.value.length === 0 && (
        <BlankState
          title={words.noDrafts}
          step={
            <Button look="primary" onPress={again}>
              {words.again}
            </Button>
          }
        >
          <p>{words.noDraftsWhy}</p>
        </BlankState>
      )}
      {sources.kind === 'ready' && sources.value.length > 0 && (
        <>
          <DraftChoice
            sources={sources.value}
            source={source}
            onChoose={setChosen}
            onAgain={again}
          />
          {source !== null && (
            <ListPart key={source.draftId} source={source} onStarted={props.onStarted} />
          )}
        </>
      )}
    </PageFrame>
  );
}
