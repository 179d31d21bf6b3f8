/** Which of the provider's counts refused: all calls, or sending only. */
export type LimitName = 'requests' | 'sending' | 'concurrency' | 'project';

/** Why a call to a mailbox gave no answer to build on. Exceptions are kept for bugs. */
export type CallFailure =
  /** Wait until `retryAt` (epoch ms; null = the provider named no time). Trying earlier makes it later. */
  | { readonly kind: 'rate-limited'; readonly retryAt: number | null; readonly limit: LimitName }
  /** The grant is gone or too small; the rep must connect again. Nothing is lost meanwhile. */
  | { readonly kind: 'reconnect-needed'; readonly cause: 'no-grant' | 'revoked' | 'scope' }
  /** The provider says no for good. `reason` is text for people, `recipients` those it names. */
  | { readonly kind: 'refused'; readonly reason: string; readonly recipients: readonly string[] }
  /** No answer, or one that cannot be read: what was asked may have happened, so look before any retry. */
  | {
      readonly kind: 'unknown';
      readonly cause: 'offline' | 'timeout' | 'server-error' | 'malformed-answer';
    };

/** A value, or the reason why there is none. */
export type Outcome<Value> = { readonly kind: 'ok'; readonly value: Value } | CallFailure;
