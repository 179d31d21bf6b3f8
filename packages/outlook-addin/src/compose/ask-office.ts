import type { Done } from './compose-item.ts';
import type { World } from './world.ts';

/** What became of one call of office.js. */
export type Answer<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'failed'; readonly code: number | null }
  /** It never called back, or this Outlook does not know the call. */
  | { readonly kind: 'unanswered' | 'unsupported' };

/** Outlook warns the rep after 5 s of an event; two of these after one another stay below it. */
const askMs = 1500;

/** Makes one call and waits for it at most so long; what it throws counts as failed, a late answer is dropped. */
export function askOffice<Value>(
  world: Pick<World, 'after'>,
  call: ((done: Done<Value>) => void) | undefined,
  ms: number = askMs,
): Promise<Answer<Value>> {
  if (call === undefined) return Promise.resolve({ kind: 'unsupported' });
  return new Promise((resolve) => {
    const callOff = world.after(ms, () => resolve({ kind: 'unanswered' }));
    const settle = (answer: Answer<Value>) => {
      callOff();
      resolve(answer);
    };
    try {
      call((result) =>
        settle(
          result.status === 'succeeded'
            ? { kind: 'ok', value: result.value }
            : { kind: 'failed', code: result.error?.code ?? null },
        ),
      );
    } catch {
      settle({ kind: 'failed', code: null });
    }
  });
}

/** The value of an answer, or what stands for it where there is none. */
export function valueOr<Value>(answer: Answer<Value>, otherwise: Value): Value {
  return answer.kind === 'ok' ? answer.value : otherwise;
}
