import { describe, expect, it, test } from 'vitest';

import { readOfficeFailure } from './read-refusal.ts';
import { readResponse } from './read-response.ts';

const now = 1_800_000_000_000;

const envelope = (body: string) =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`;

const fault = (code: string, detail: string) =>
  envelope(
    `<s:Fault><faultcode>a:${code}</faultcode><faultstring>No.</faultstring><detail>${detail}</detail></s:Fault>`,
  );

const busy = (ms: string) =>
  fault(
    'ErrorServerBusy',
    `<e:ResponseCode>ErrorServerBusy</e:ResponseCode><e:Message>Busy.</e:Message><t:MessageXml><t:Value Name="Policy">x</t:Value><t:Value Name="BackOffMilliseconds">${ms}</t:Value></t:MessageXml>`,
  );

const read = (text: string) => readResponse(text, 'GetItem', now);

const failed = (code: string, text = 'Words of Exchange.') => {
  const answer = read(
    envelope(
      `<m:GetItemResponse><m:ResponseMessages><m:GetItemResponseMessage ResponseClass="Error"><m:MessageText>${text}</m:MessageText><m:ResponseCode>${code}</m:ResponseCode></m:GetItemResponseMessage></m:ResponseMessages></m:GetItemResponse>`,
    ),
  );
  return answer.kind === 'ok' ? answer.parts[0] : answer;
};

describe('a fault', () => {
  it('that is busy says until when', () => {
    const until = { kind: 'rate-limited', limit: 'requests' };
    expect(read(busy('297749'))).toEqual({ ...until, retryAt: now + 297_749 });
    expect(read(busy('0'))).toEqual({ ...until, retryAt: now });
  });

  it.each(['soon', '-1', '', '9'.repeat(20)])('that names %j as its time names none', (ms) => {
    expect(read(busy(ms))).toEqual({ kind: 'rate-limited', retryAt: null, limit: 'requests' });
  });

  it('without details is known by its code', () => {
    expect(read(fault('ErrorMailboxStoreUnavailable', ''))).toEqual({
      kind: 'unknown',
      cause: 'server-error',
    });
    expect(read(fault('ErrorAccessDenied', ''))).toEqual({
      kind: 'refused',
      reason: 'No.',
      recipients: [],
    });
  });
});

test.each([
  ['another page', '<html><body>Sign in</body></html>'],
  ['another operation', envelope('<m:FindItemResponse/>')],
  ['no parts', envelope('<m:GetItemResponse><m:ResponseMessages/></m:GetItemResponse>')],
  ['nothing', ''],
])('%s is an answer nobody can build on', (_name, text) => {
  expect(read(text)).toEqual({ kind: 'unknown', cause: 'malformed-answer' });
});

test.each([
  ['ErrorItemNotFound', { kind: 'missing' }],
  ['ErrorInvalidIdMalformed', { kind: 'missing' }],
  ['ErrorNameResolutionNoResults', { kind: 'missing' }],
  ['ErrorIrresolvableConflict', { kind: 'changed' }],
  ['ErrorStaleObject', { kind: 'changed' }],
  ['ErrorTimeoutExpired', { kind: 'unknown', cause: 'timeout' }],
  ['ErrorInternalServerTransientError', { kind: 'unknown', cause: 'server-error' }],
  [
    'ErrorExceededConnectionCount',
    { kind: 'rate-limited', retryAt: now + 1000, limit: 'concurrency' },
  ],
  ['ErrorSubmissionQuotaExceeded', { kind: 'rate-limited', retryAt: null, limit: 'sending' }],
  ['ErrorInvalidRecipients', { kind: 'refused', reason: 'Words of Exchange.', recipients: [] }],
])('%s of one part', (code, outcome) => {
  expect(failed(code)).toEqual(outcome);
});

test.each([
  ['ErrorMailboxMoved', /moved to Exchange Online/],
  ['ErrorMailboxMoveInProgress', /moving this mailbox/],
  ['ErrorQuotaExceeded', /full/],
  ['ErrorMessageSizeExceeded', /larger/],
  ['ErrorMessageSubmissionBlocked', /Ask your admin/],
  ['ErrorSendAsDenied', /From/],
])('%s is said in words of ours', (code, words) => {
  expect(failed(code)).toMatchObject({ kind: 'refused', reason: expect.stringMatching(words) });
});

test('Exchange’s own words are cut, and its code stands in for none', () => {
  expect(failed('ErrorSendFailed', 'x'.repeat(9999))).toMatchObject({ reason: 'x'.repeat(500) });
  expect(failed('ErrorSendFailed', '')).toMatchObject({ reason: 'ErrorSendFailed' });
});

const warning = (code: string) =>
  read(
    envelope(
      `<m:GetItemResponse><m:ResponseMessages><m:GetItemResponseMessage ResponseClass="Warning"><m:ResponseCode>${code}</m:ResponseCode></m:GetItemResponseMessage></m:ResponseMessages></m:GetItemResponse>`,
    ),
  );

test('a warning comes with its answer, but for what was not begun', () => {
  expect(warning('ErrorNameResolutionMultipleResults')).toMatchObject({ parts: [{ kind: 'ok' }] });
  expect(warning('ErrorBatchProcessingStopped')).toMatchObject({ parts: [{ kind: 'unknown' }] });
});

test.each([
  [9020, 'Response exceeds 5 MB size limit. Please modify your EWS request.', 'too-large'],
  [9017, "Internal protocol error: '-2147467259'.", 'too-large'],
  [7000, 'You don’t have sufficient permissions for this action.', 'reconnect-needed'],
  [9020, 'The remote server returned an error: (403) Forbidden.', 'refused'],
  [9020, 'The remote server returned an error: (401) Unauthorized.', 'reconnect-needed'],
  [9020, 'The remote server returned an error: (429) Too Many Requests.', 'rate-limited'],
  [9041, 'The user is not connected.', 'unknown'],
  [9020, 'The remote server returned an error: (500) Internal Server Error.', 'unknown'],
  [9020, 'The operation has timed out.', 'unknown'],
  [9020, 'Something nobody has seen yet', 'unknown'],
])('Office’s %i "%s" is %s', (code, message, kind) => {
  expect(readOfficeFailure(code, message).kind).toBe(kind);
});

test('that Exchange Online has no EWS any more is said in words', () => {
  const words = { kind: 'refused', reason: expect.stringMatching(/Exchange Online/) };
  expect(readOfficeFailure(9020, 'EWS is blocked for this organization')).toMatchObject(words);
  expect(failed('ErrorAccessDenied', 'EWS access is disabled for this mailbox')).toMatchObject(
    words,
  );
});
