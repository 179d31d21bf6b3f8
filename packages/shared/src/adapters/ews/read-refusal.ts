import type { CallFailure } from '../../application/ports/outcome.ts';

/** What went wrong with one request or one part of it, beside what every provider knows. */
export type EwsFailure =
  | CallFailure
  /** No such item: it was deleted or moved, which gives it another id. Or nobody of that name. */
  | { readonly kind: 'missing' }
  /** Somebody changed the item since it was read; nothing was done. */
  | { readonly kind: 'changed' }
  /** The answer is larger than this client of Office lets through. Whatever was asked has been done. */
  | { readonly kind: 'too-large' };

/** How Exchange says no: a ResponseCode of messages.xsd, its text, and the wait it names (ms) or null. */
export type Refusal = {
  readonly code: string;
  readonly text: string;
  readonly backOffMs: number | null;
};

const missing: ReadonlySet<string> = new Set([
  'ErrorItemNotFound',
  'ErrorInvalidId',
  'ErrorInvalidIdEmpty',
  'ErrorInvalidIdMalformed',
  'ErrorInvalidIdMalformedEwsLegacyIdFormat',
  'ErrorInvalidIdStoreObjectIdTooLong',
  'ErrorFolderNotFound',
  'ErrorNameResolutionNoResults',
]);

const changed: ReadonlySet<string> = new Set([
  'ErrorIrresolvableConflict',
  'ErrorStaleObject',
  'ErrorInvalidChangeKey',
  'ErrorChangeKeyRequired',
  'ErrorChangeKeyRequiredForWriteOperations',
]);

const serverTrouble: ReadonlySet<string> = new Set([
  'ErrorADUnavailable',
  'ErrorBatchProcessingStopped',
  'ErrorClientDisconnected',
  'ErrorConnectionFailed',
  'ErrorInsufficientResources',
  'ErrorInternalServerError',
  'ErrorInternalServerTransientError',
  'ErrorMailboxFailover',
  'ErrorMailboxStoreUnavailable',
  'ErrorNotEnoughMemory',
  'ErrorRequestAborted',
  'ErrorServiceUnavailable',
  'ErrorTooManyObjectsOpened',
]);

/** "Wait 1 s" (facts of evolution-ews and of Microsoft's throttling page), ms. */
const connectionWaitMs = 1000;

const movedWords =
  'This mailbox has moved to Exchange Online. Connect it there: close Outlook, open it again and sign in with Microsoft 365.';

/** What Exchange's words leave unsaid, by its code. */
const words: ReadonlyMap<string, string> = new Map([
  ['ErrorMailboxMoved', movedWords],
  ['ErrorNonExistentMailbox', movedWords],
  [
    'ErrorMailboxMoveInProgress',
    'Your company is moving this mailbox to another server. Try again later.',
  ],
  ['ErrorQuotaExceeded', 'Your mailbox is full. Delete mail you no longer need, then try again.'],
  ['ErrorMessageSizeExceeded', 'This mail is larger than your company’s Exchange Server takes.'],
  [
    'ErrorMessageSubmissionBlocked',
    'Your company’s Exchange Server does not let this mailbox send. Ask your admin.',
  ],
  [
    'ErrorAccountSuspend',
    'Your company’s Exchange Server does not let this mailbox send. Ask your admin.',
  ],
  ['ErrorSendAsDenied', 'You may not send in the name of the address in From.'],
]);

/** What a refusal of Exchange means (messages.xsd ResponseCodeType; facts: EWS throttling). `now` in epoch ms. */
export function readRefusal({ code, text, backOffMs }: Refusal, now: number): EwsFailure {
  if (missing.has(code)) return { kind: 'missing' };
  if (changed.has(code)) return { kind: 'changed' };
  if (serverTrouble.has(code)) return { kind: 'unknown', cause: 'server-error' };
  switch (code) {
    case 'ErrorTimeoutExpired':
      return { kind: 'unknown', cause: 'timeout' };
    case 'ErrorServerBusy':
      return rateLimited(backOffMs === null ? null : now + backOffMs, 'requests');
    case 'ErrorExceededConnectionCount':
      return rateLimited(now + (backOffMs ?? connectionWaitMs), 'concurrency');
    case 'ErrorSubmissionQuotaExceeded':
    case 'ErrorExceededMessageLimit':
    case 'ErrorExceededMaxRecipientLimit':
      return rateLimited(null, 'sending');
    case 'ErrorAccessDenied':
      return isEwsSwitchedOff(text) ? switchedOff : refused(text);
    default:
      return refused(words.get(code) ?? (text === '' ? code : text));
  }
}

/** Office's code for a request that no permission of the add-in covers, and its words for it. */
const noPermission = 7000;
const permissionWords = /permission|elevated/i;

/** Office's own codes: NetworkError, HTTPRequestFailure, InternalServerError (office.js, initializeErrorCodes). */
const networkError = 9041;
const httpFailure = 9040;
const serverError = 9042;

/** -2147467259 (E_FAIL) with AccessRestricted is how Outlook on Mac said it before 16.73 (office-js issue 3163). */
const tooLargeWords = /exceeds .{0,20}size|size limit|-2147467259/i;
const offlineWords =
  /offline|not connected|network|cannot connect|unable to connect|connection was (?:closed|reset)/i;

/**
 * What a failure of `makeEwsRequestAsync` itself means. Office has one code for nearly everything
 * (9020 GenericResponseError) and tells the rest in English.
 */
export function readOfficeFailure(code: number, message: string): EwsFailure {
  if (tooLargeWords.test(message)) return { kind: 'too-large' };
  if (code === noPermission || permissionWords.test(message)) {
    return { kind: 'reconnect-needed', cause: 'scope' };
  }
  if (isEwsSwitchedOff(message)) return switchedOff;
  if (/\b401\b|unauthori[sz]ed/i.test(message)) {
    return { kind: 'reconnect-needed', cause: 'revoked' };
  }
  if (/\b429\b|too many requests/i.test(message)) return rateLimited(null, 'requests');
  if (code === networkError || offlineWords.test(message)) {
    return { kind: 'unknown', cause: 'offline' };
  }
  if (/time[d -]?out/i.test(message)) return { kind: 'unknown', cause: 'timeout' };
  if (code === httpFailure || code === serverError || /\b50\d\b/.test(message)) {
    return { kind: 'unknown', cause: 'server-error' };
  }
  // The request may have been carried out all the same.
  return { kind: 'unknown', cause: 'server-error' };
}

const switchedOff: CallFailure = {
  kind: 'refused',
  reason:
    'Exchange Web Services are switched off for this mailbox. In Exchange Online they are gone for good: connect with Microsoft 365 instead. On Exchange Server your admin can allow them.',
  recipients: [],
};

/** Exchange Online refuses EWS with 403 since October 2026; an admin's Set-CASMailbox -EwsEnabled does so anywhere. */
function isEwsSwitchedOff(text: string): boolean {
  return /\b403\b|forbidden|(?:EWS|Exchange Web Services).{0,80}(?:block|disabled|not allowed|not enabled|retired|turned off)/i.test(
    text,
  );
}

function rateLimited(
  retryAt: number | null,
  limit: Extract<CallFailure, { kind: 'rate-limited' }>['limit'],
): CallFailure {
  return { kind: 'rate-limited', retryAt, limit };
}

function refused(text: string): CallFailure {
  return { kind: 'refused', reason: text.slice(0, 500), recipients: [] };
}
