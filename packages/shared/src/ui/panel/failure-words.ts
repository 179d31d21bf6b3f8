import type { CallFailure } from '../../application/ports/outcome.ts';
import type { Messages } from '../messages/en.ts';
import { say, type Sentence } from '../text/sentence.ts';

/** A failure in the rep's words: what is the matter, and why or what to do. */
export type FailureWords = { readonly title: string; readonly why: Sentence };

/** Words for a failure. `clock` writes an instant (epoch ms) as the rep reads it. */
export function failureWords(
  failure: CallFailure,
  messages: Messages,
  clock: (at: number) => string,
): FailureWords {
  const words = messages.failure;
  switch (failure.kind) {
    case 'rate-limited':
      return {
        title: words.rateLimited(failure.retryAt === null ? null : clock(failure.retryAt)),
        why: [words.rateLimitedWhy],
      };
    case 'reconnect-needed':
      return { title: messages.connection.reconnect, why: [grantWords(failure.cause, messages)] };
    case 'refused':
      return {
        title: words.refused,
        why: failure.reason === '' ? say`` : words.refusedWhy(failure.reason),
      };
    case 'unknown':
      return unknownWords(failure.cause, words);
  }
}

function grantWords(
  cause: Extract<CallFailure, { readonly kind: 'reconnect-needed' }>['cause'],
  messages: Messages,
): string {
  const words = messages.failure;
  const causes = { 'no-grant': words.noGrant, revoked: words.revoked, scope: words.scope };
  return `${causes[cause]} ${messages.connection.reconnectWhy}`;
}

function unknownWords(
  cause: Extract<CallFailure, { readonly kind: 'unknown' }>['cause'],
  words: Messages['failure'],
): FailureWords {
  switch (cause) {
    case 'offline':
      return { title: words.offline, why: [words.offlineWhy] };
    case 'timeout':
      return { title: words.timeout, why: [words.retryWhy] };
    case 'server-error':
      return { title: words.serverError, why: [words.retryWhy] };
    case 'malformed-answer':
      return { title: words.malformed, why: [words.retryWhy] };
  }
}
