import type { ErrorAnswer } from '../../faults.ts';

/** Graph does not do what it was asked for. Thrown by whatever answers a call, written out at the door. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal';
  readonly answer: ErrorAnswer;

  constructor(answer: ErrorAnswer) {
    super('Graph refused a call');
    this.answer = answer;
  }
}

/** An error in the shape of Graph's documentation ("Microsoft Graph error responses and resource types"), for faults. */
export const graphError = (
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): ErrorAnswer => ({ status, body: { error: { code, message } }, headers });

const refusal = (...given: Parameters<typeof graphError>): GraphRefusal =>
  new GraphRefusal(graphError(...given));

/** The request itself is wrong. */
export const badRequest = (code: string, message: string): GraphRefusal =>
  refusal(400, code, message);

/** Something is written where its text has no meaning for Graph. */
export const malformedId = (): GraphRefusal =>
  refusal(400, 'ErrorInvalidIdMalformed', 'Id is malformed.');

/** No such message, folder or attachment, or no longer under this id. */
export const notFound = (): GraphRefusal =>
  refusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');

/** The address has no resource there. */
export const noSegment = (segment: string): GraphRefusal =>
  refusal(400, 'BadRequest', `Resource not found for the segment '${segment}'.`);

/** The token does not allow it, or the mailbox is another person's. */
export const accessDenied = (): GraphRefusal =>
  refusal(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');

/** No token, or none that is good. */
export const unauthenticated = (message: string): GraphRefusal =>
  refusal(401, 'InvalidAuthenticationToken', message, {
    'www-authenticate':
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
  });

/** The mailbox lives on a server of the company's own. */
export const notInTheCloud = (): GraphRefusal =>
  refusal(
    404,
    'MailboxNotEnabledForRESTAPI',
    'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
  );

/** More than four requests of one app for one mailbox at the same moment. */
export const tooManyAtOnce = (retryAfterSeconds: number): GraphRefusal =>
  refusal(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {
    'retry-after': String(retryAfterSeconds),
  });

/** More requests of one app for one mailbox than ten minutes allow. */
export const tooManyRequests = (retryAfterSeconds: number): GraphRefusal =>
  refusal(429, 'TooManyRequests', 'Too many requests.', {
    'retry-after': String(retryAfterSeconds),
  });

/** The item changed since the caller read it. */
export const changedMeanwhile = (): GraphRefusal =>
  refusal(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  );

/** The delta token is too old. */
export const syncStateNotFound = (): GraphRefusal =>
  refusal(
    410,
    'SyncStateNotFound',
    'The sync state generation is not found. The delta token is expired and data must be synchronized again.',
  );

/** What the store or its transport refuses, under the status that Graph gives it. */
export const storeRefusal = (
  code: string,
  message: string,
  submissionQuotaStatus: 403 | 429,
): GraphRefusal => {
  const statuses: Readonly<Record<string, number>> = {
    ErrorItemNotFound: 404,
    ErrorFolderNotFound: 404,
    ErrorSendAsDenied: 403,
    ErrorQuotaExceeded: 403,
    ErrorSubmissionQuotaExceeded: submissionQuotaStatus,
    ErrorExceededMaxRecipientLimit: submissionQuotaStatus,
  };
  return refusal(statuses[code] ?? 400, code, message);
};
