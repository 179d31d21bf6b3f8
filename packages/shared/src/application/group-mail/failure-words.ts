import type { CallFailure } from '../ports/outcome.ts';

/** Why a call gave nothing, in words for the person who waits for it. */
export function failureWords(failure: CallFailure): string {
  switch (failure.kind) {
    case 'refused':
      return failure.reason;
    case 'reconnect-needed':
      return 'Your mailbox must be connected again.';
    case 'rate-limited':
      return 'Your mail provider wants fewer calls just now. Try again in a few minutes.';
    case 'unknown':
      return failure.cause === 'offline'
        ? 'There is no connection.'
        : 'Your mail provider did not answer. Try again.';
  }
}
