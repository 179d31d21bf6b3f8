import { describe, expect, it } from 'vitest';

import { mail, testMicrosoft } from '../test-microsoft.ts';
import { graphError } from './errors.ts';

const received = (headers: Readonly<Record<string, string>> = {}): Buffer =>
  Buffer.from(mail({ From: 'carla@customer.example', To: 'eva@adatum.example', ...headers }));

describe('the door', () => {
  it.each([
    ['', 'Access token is empty.'],
    ['Bearer nonsense', 'Access token validation failure.'],
  ])('wants a good token (%j)', async (authorization, message) => {
    const { microsoft } = testMicrosoft();
    const headers: HeadersInit = authorization === '' ? {} : { authorization };
    const answer = await microsoft.graphHost(
      new Request('https://graph.microsoft.com/v1.0/me', { headers }),
    );
    expect(answer.status).toBe(401);
    expect(JSON.parse(await answer.text()).error).toMatchObject({
      code: 'InvalidAuthenticationToken',
      message,
    });
  });

  it.each([
    ['/me/messages', ['User.Read', 'Mail.Send']],
    ['/me', ['Mail.ReadWrite']],
    ['/users/tom@adatum.example/messages', ['Mail.ReadWrite']],
  ])('refuses %s to %j', async (path, scopes) => {
    const { ask, microsoft, eva } = testMicrosoft();
    const token = microsoft.issueToken(eva.address, scopes);
    const { status, body } = await ask(path, { token });
    expect([status, body.error.code]).toEqual([403, 'ErrorAccessDenied']);
  });

  it('knows people on a server of their own, and not their mailboxes', async () => {
    const { ask, microsoft } = testMicrosoft();
    const token = microsoft.issueToken('omar@woodgrove.example');
    expect((await ask('/me', { token })).body.mail).toBe('omar@woodgrove.example');
    const { status, body } = await ask('/me/messages', { token });
    expect([status, body.error.code]).toEqual([404, 'MailboxNotEnabledForRESTAPI']);
  });

  it('knows a mailbox that has moved away no longer', async () => {
    const { ask, exchange, eva } = testMicrosoft();
    exchange.setCondition(eva.address, 'moved');
    expect((await ask('/me/messages')).body.error.code).toBe('MailboxNotEnabledForRESTAPI');
    expect((await ask('/me')).status).toBe(200);
  });

  it('may be asked by a page of any origin, which may not read Retry-After', async () => {
    const { microsoft, request } = testMicrosoft();
    const preflight = await microsoft.graphHost(
      new Request('https://graph.microsoft.com/v1.0/me', {
        method: 'OPTIONS',
        headers: { 'access-control-request-headers': 'authorization,prefer' },
      }),
    );
    expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,prefer');
    const answer = await microsoft.graphHost(request('/me'));
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-expose-headers')).not.toMatch(/retry-after/i);
    microsoft.switches.retryAfterInBrowser = 'exposed';
    const exposed = await microsoft.graphHost(request('/me'));
    expect(exposed.headers.get('access-control-expose-headers')).toMatch(/retry-after/i);
  });

  it.each([
    ['/me/nothing', 'GET', 400, 'BadRequest'],
    ['/me/messages/AAMkADnobody', 'GET', 400, 'ErrorInvalidIdMalformed'],
    ['/me/mailFolders/nobody/messages', 'GET', 400, 'ErrorInvalidIdMalformed'],
    ['/me/messages?$select=size', 'GET', 400, 'RequestBroker--ParseUri'],
    ["/me/messages?$filter=receivedDateTime ge '2026-01-01T00:00:00Z'", 'GET', 400, 'BadRequest'],
    [
      '/me/messages?$filter=isRead eq true&$orderby=receivedDateTime',
      'GET',
      400,
      'InefficientFilter',
    ],
  ])('answers %s with its error', async (path, method, status, code) => {
    const { ask, exchange, eva } = testMicrosoft();
    exchange.bring(eva, received());
    const { body, ...answer } = await ask(path, { method });
    expect([answer.status, body.error.code]).toEqual([status, code]);
    expect(body.error.innerError['request-id']).toMatch(/^[\da-f-]{36}$/);
  });
});

describe('limits', () => {
  it('four at a time; the fifth is told to come back', async () => {
    const { ask, microsoft } = testMicrosoft();
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask('/me/messages')));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200, 200, 200, 200, 429,
    ]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body.error).toMatchObject({
      code: 'ApplicationThrottled',
      message: 'Application is over its MailboxConcurrency limit.',
    });
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Math.max(...microsoft.log.all().map(({ atOnce }) => atOnce))).toBe(4);
  });

  it('so many in ten minutes, and again when the first have left the window', async () => {
    const { ask, microsoft, pass } = testMicrosoft();
    microsoft.limits.requestsPerTenMinutes = 2;
    await ask('/me/messages');
    await pass(60_000);
    await ask('/me/messages');
    const refused = await ask('/me/messages');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '540']);
    await pass(10 * 60_000);
    expect((await ask('/me/messages')).status).toBe(200);
  });
});

describe('faults', () => {
  it('an answer is lost after the work was done', async () => {
    const { ask, microsoft, left } = testMicrosoft();
    const { body } = await ask('/me/messages', { mime: mail() });
    microsoft.faults.next({
      match: ({ url }) => url.endsWith('/send'),
      response: 'drop',
      after: true,
    });
    const send = ask(`/me/messages/${body.id}/send`, { method: 'POST' });
    await expect(send).rejects.toThrow('line');
    expect(left).toHaveLength(1);
    expect(microsoft.log.all().at(-1)).toMatchObject({ call: 'messages.send', status: 0 });
  });

  it('an error stands in for the next answer, in one part of a batch too', async () => {
    const { ask, microsoft } = testMicrosoft();
    const response = graphError(503, 'ServiceNotAvailable', 'Unwell', { 'retry-after': '7' });
    microsoft.faults.next({ match: ({ url }) => url.includes('/messages'), response });
    const requests = ['/me', '/me/messages'].map((url, id) => ({
      id: String(id),
      method: 'GET',
      url,
    }));
    const { body } = await ask('/$batch', { json: { requests } });
    const part = (id: string) => body.responses.find((one: { id: string }) => one.id === id);
    expect(part('0').status).toBe(200);
    expect(part('1')).toMatchObject({ status: 503, headers: { 'Retry-After': '7' } });
  });
});
