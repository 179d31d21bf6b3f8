/** An error as Google writes it: status, message, a reason and its domain, and the canonical status name. */
export type GoogleError = { readonly status: number; readonly body: unknown };

const error = (
  code: number,
  status: string,
  message: string,
  reason: string,
  extra: { domain?: string; details?: readonly unknown[] } = {},
): GoogleError => ({
  status: code,
  body: {
    error: {
      code,
      message,
      errors: [{ message, domain: extra.domain ?? 'global', reason }],
      status,
      ...(extra.details ? { details: extra.details } : {}),
    },
  },
});

/** The answer that carries the error. */
export const answerOf = ({ status, body }: GoogleError): Response =>
  Response.json(body, { status });

/** The request itself is wrong. */
export const badRequest = (message: string, reason = 'invalidArgument'): GoogleError =>
  error(400, 'INVALID_ARGUMENT', message, reason);

/** What the request needs is not so (a label on a draft, a draft already gone). */
export const failedPrecondition = (message: string): GoogleError =>
  error(400, 'FAILED_PRECONDITION', message, 'failedPrecondition');

/** The token is unknown, taken back or run out. */
export const unauthenticated = (): GoogleError =>
  error(
    401,
    'UNAUTHENTICATED',
    'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
    'authError',
  );

/** No such message, thread, draft, or history so old. */
export const notFound = (): GoogleError =>
  error(404, 'NOT_FOUND', 'Requested entity was not found.', 'notFound');

/** The user in the path is not the token's. */
export const delegationDenied = (address: string): GoogleError =>
  error(403, 'PERMISSION_DENIED', `Delegation denied for ${address}`, 'forbidden');

/** Too many units in a minute. The time to come back stands only in the text (epoch ms here). */
export const userRateLimit403 = (retryAt: number): GoogleError =>
  error(
    403,
    'PERMISSION_DENIED',
    `User-rate limit exceeded.  Retry after ${new Date(retryAt).toISOString()}`,
    'rateLimitExceeded',
    { domain: 'usageLimits' },
  );

/** The same, in the shape that other projects have seen. */
export const rateLimit429 = (retryAt: number): GoogleError =>
  error(
    429,
    'RESOURCE_EXHAUSTED',
    `User-rate limit exceeded.  Retry after ${new Date(retryAt).toISOString()}`,
    'userRateLimitExceeded',
    { domain: 'usageLimits' },
  );

/** The user's limit for sending mail, by any client. The time to come back (epoch ms) is not always named. */
export const sendingLimit429 = (retryAt: number | null): GoogleError => {
  const time = retryAt === null ? '' : `  Retry after ${new Date(retryAt).toISOString()}`;
  return error(
    429,
    'RESOURCE_EXHAUSTED',
    `User-rate limit exceeded.${time} (Mail sending)`,
    'rateLimitExceeded',
    { domain: 'usageLimits' },
  );
};

/** Too many requests of one user at the same moment. */
export const tooManyConcurrent429 = (): GoogleError =>
  error(429, 'RESOURCE_EXHAUSTED', 'Too many concurrent requests for user', 'rateLimitExceeded');

/** The project's day is used up. */
export const dailyLimit403 = (): GoogleError =>
  error(403, 'PERMISSION_DENIED', 'Daily Limit Exceeded', 'dailyLimitExceeded', {
    domain: 'usageLimits',
  });

/** Google is unwell. */
export const backendError503 = (): GoogleError =>
  error(503, 'UNAVAILABLE', 'The service is currently unavailable.', 'backendError');

/** The grant does not cover the call: asking again cannot help. */
export const insufficientScope403 = (): GoogleError =>
  error(
    403,
    'PERMISSION_DENIED',
    'Request had insufficient authentication scopes.',
    'insufficientPermissions',
    {
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
          reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
          domain: 'googleapis.com',
          metadata: { service: 'gmail.googleapis.com' },
        },
      ],
    },
  );

/** The token endpoint's word for a grant that is revoked or expired (RFC 6749 section 5.2). */
export const invalidGrant = (): GoogleError => ({
  status: 400,
  body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
});
