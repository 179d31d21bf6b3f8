import { useEffect, useState } from 'react';

/** What came of a question; `waiting` also before it was asked. */
export type Answer<Value> =
  | { readonly kind: 'waiting' | 'failed' }
  | { readonly kind: 'ready'; readonly value: Value };

/**
 * Asks as soon as `question` changes, which must stay the same one otherwise, and at each `again`; a late answer to an
 * earlier question is not taken.
 */
export function useAnswer<Value>(question: () => Promise<Value>): {
  readonly answer: Answer<Value>;
  readonly again: () => void;
} {
  const [turn, setTurn] = useState(0);
  const [told, setTold] = useState<{
    readonly question: unknown;
    readonly turn: number;
    readonly answer: Answer<Value>;
  } | null>(null);
  useEffect(() => {
    let left = false;
    const ask = async () => {
      const answer = await question().then(
        (value): Answer<Value> => ({ kind: 'ready', value }),
        (): Answer<Value> => ({ kind: 'failed' }),
      );
      if (!left) setTold({ question, turn, answer });
    };
    void ask();
    return () => {
      left = true;
    };
  }, [question, turn]);
  const current = told !== null && told.question === question && told.turn === turn;
  return {
    answer: current ? told.answer : { kind: 'waiting' },
    again: () => setTurn(turn + 1),
  };
}
