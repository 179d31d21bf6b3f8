import { useCallback } from 'react';

import type { ListInput } from '../../application/panel/queue.ts';
import { Skeleton } from '../feed/skeleton.tsx';
import { useQueueState, useQueueStore } from '../store/queue-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { useNow } from '../time/use-now.ts';
import { forecastWords } from './forecast-words.ts';
import { sizeWords } from './size-words.ts';
import { useAnswer } from './use-answer.ts';

/** When the list would have left, and how much room its copies take. */
export function ForecastPart(props: { readonly source: string; readonly list: ListInput }) {
  const { source, list } = props;
  const surroundings = useSurroundings();
  const { messages } = surroundings;
  const words = messages.groupMail;
  const { backend } = useQueueStore();
  const limits = useQueueState(({ view }) => view?.limits) ?? [];
  const now = useNow();
  const question = useCallback(() => backend.forecast(source, list), [backend, source, list]);
  const { answer } = useAnswer(question);
  const failed = answer.kind === 'failed' || (answer.kind === 'ready' && answer.value.count === 0);
  return (
    <section className="field">
      <h3>{words.forecast}</h3>
      {answer.kind === 'waiting' && <Skeleton words={words.forecastLoading} />}
      {failed && <p>{words.forecastFailed}</p>}
      {answer.kind === 'ready' && answer.value.count > 0 && (
        <>
          <output>{forecastWords(answer.value, limits, surroundings, now)}</output>
          <p className="soft">
            {words.space(sizeWords(answer.value.space, messages.language.tag))}
          </p>
        </>
      )}
    </section>
  );
}
