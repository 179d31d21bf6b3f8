import { EwsError, serverBusy } from '@postrider/sandbox/ews-errors';
import { ConnectionLost } from '@postrider/sandbox/faults';
import { describe, expect, it } from 'vitest';

import { createMail, ewsWorld, first, idsOf, mimeOf, soapAround } from './sandbox-ews-world.ts';

const ids = '<t:DistinguishedFolderId Id="inbox"/>';
const find = `<m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape><m:ParentFolderIds>${ids}</m:ParentFolderIds></m:FindItem>`;
const send = (id: string): string =>
  `<m:SendItem SaveItemToFolder="true"><m:ItemIds>${id}</m:ItemIds></m:SendItem>`;

describe('who may ask, and how', () => {
  it('only Exchange Server answers: Exchange Online has switched EWS off', async () => {
    const { post, server, omar } = ewsWorld({ kind: 'online' });
    expect(await post(soapAround(find))).toEqual({ status: 403, body: 'EWS has been disabled.' });
    expect(await server.makeEwsRequest(omar, soapAround(find))).toEqual({
      status: 403,
      body: '',
      hostError: 'The remote server returned an error: (403) Forbidden.',
    });
  });

  it.each([undefined, 'stranger@woodgrove.example'])('%s is not let in', async (user) => {
    expect(
      (
        await ewsWorld().server.ews(
          new Request('https://mail.woodgrove.example/EWS/Exchange.asmx', { method: 'POST' }),
          { user },
        )
      ).status,
    ).toBe(401);
  });

  it.each([
    ['another path', 'POST', '/EWS/Other.asmx', 'text/xml', 404],
    ['another method', 'GET', '/EWS/Exchange.asmx', 'text/xml', 405],
    ['another type', 'POST', '/ews/exchange.asmx', 'application/json', 415],
  ])('%s', async (_name, method, path, type, status) => {
    const { server, omar } = ewsWorld();
    const request = new Request(`https://mail.woodgrove.example${path}`, {
      method,
      headers: { 'content-type': type },
    });
    expect((await server.ews(request, { user: omar.address })).status).toBe(status);
  });

  it.each([
    ['no XML', '<', 'ErrorSchemaValidation'],
    ['a DOCTYPE', `<!DOCTYPE a [<!ENTITY b "c">]>${soapAround(find)}`, 'ErrorSchemaValidation'],
    ['no envelope', '<a/>', 'ErrorSchemaValidation'],
    ['no operation', soapAround(''), 'ErrorSchemaValidation'],
    ['a namespace that is none', soapAround('<FindItem/>'), 'ErrorSchemaValidation'],
    ['a version of Exchange Online', soapAround(find, 'V2018_01_08'), 'ErrorInvalidServerVersion'],
    ['an operation that is not passed', soapAround('<m:DeleteItem/>'), 'ErrorAccessDenied'],
    ['one that is not played', soapAround('<m:ExpandDL/>'), 'ErrorAccessDenied'],
  ])('%s is a fault', async (_name, text, code) => {
    const { post, server } = ewsWorld();
    const { status, body } = await post(text);
    expect(status).toBe(500);
    expect(first(body, /<faultcode>t:(\w+)</)).toBe(code);
    expect(server.log.all().at(-1)).toMatchObject({ status: 500, codes: [code] });
  });

  it.each([
    ['2016', '1', '2507'],
    ['2019', '2', '1748'],
    ['SE', '2', '2562'],
  ] as const)('Exchange %s says its build', async (version, minor, build) => {
    const { ask } = ewsWorld({ version });
    const { body } = await ask(find);
    expect(body).toMatch(
      new RegExp(`MajorVersion="15" MinorVersion="${minor}" MajorBuildNumber="${build}"`),
    );
  });
});

describe('limits', () => {
  it('a spent budget says when to come back', async () => {
    const world = ewsWorld({ limits: { requestsPerMinute: 2 } });
    await world.ask(find);
    await world.pass(10_000);
    await world.ask(find);
    const { status, body } = await world.post(soapAround(find));
    expect(status).toBe(500);
    expect(body).toContain('<faultcode>t:ErrorServerBusy<');
    expect(body).toContain('<t:Value Name="BackOffMilliseconds">50000<');
    await world.pass(50_000);
    expect((await world.ask(find)).codes).toEqual(['NoError']);
  });

  it('too many at the same time are refused', async () => {
    const world = ewsWorld({ limits: { concurrency: 2 } });
    const answers = await Promise.all([1, 2, 3].map(() => world.post(soapAround(find))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 500]);
    expect(answers[2]?.body).toContain('ErrorExceededConnectionCount');
    expect((await world.ask(find)).status).toBe(200);
  });

  it('a request may be too large', async () => {
    const { post } = ewsWorld({ limits: { requestBytes: 100 } });
    expect((await post(soapAround(find))).status).toBe(413);
  });

  it.each(['ErrorMailboxMoved', 'ErrorNonExistentMailbox', 'ErrorMailboxMoveInProgress'] as const)(
    'a mailbox that has moved: %s',
    async (movedMailbox) => {
      const { exchange, omar, ask } = ewsWorld({ switches: { movedMailbox } });
      exchange.setCondition(omar.address, 'moved');
      expect(await ask(find)).toMatchObject({ status: 500, codes: [movedMailbox] });
    },
  );
});

describe('faults', () => {
  it('strike what they were set for, once', async () => {
    const world = ewsWorld();
    const made = await world.ask(createMail());
    const [id = ''] = idsOf(made.body);
    world.server.faults.next({
      match: ({ operation }) => operation === 'SendItem',
      response: serverBusy(1000),
    });
    expect((await world.ask(find)).codes).toEqual(['NoError']);
    expect(await world.ask(send(id))).toMatchObject({ status: 500, codes: ['ErrorServerBusy'] });
    expect(world.left).toEqual([]);
    expect((await world.ask(send(id))).codes).toEqual(['NoError']);
  });

  it('an answer lost after the call: the mail has left', async () => {
    const world = ewsWorld();
    const [id = ''] = idsOf((await world.ask(createMail())).body);
    world.server.faults.next({ response: 'drop', after: true });
    await expect(world.post(soapAround(send(id)))).rejects.toThrow(ConnectionLost);
    expect(world.left).toHaveLength(1);
    expect(world.server.log.all().at(-1)).toMatchObject({ operation: 'SendItem', status: 0 });
  });

  it('an error of the items, raw answers and broken XML', async () => {
    const { ask, post, server } = ewsWorld();
    server.faults.next({ response: new EwsError('ErrorTimeoutExpired', 'The request timed out.') });
    expect(await ask(find)).toMatchObject({ status: 200, codes: ['ErrorTimeoutExpired'] });
    server.faults.next({ response: { status: 503, body: 'Service Unavailable' } });
    expect((await post(soapAround(find))).status).toBe(503);
    server.faults.next({ response: 'malformed-xml' });
    expect((await post(soapAround(find))).body).not.toContain('</');
    server.faults.next({ response: 'drop' });
    server.faults.clear();
    expect((await ask(find)).status).toBe(200);
  });
});

describe("the host's door", () => {
  it('passes answers on', async () => {
    const { server, omar, arrives } = ewsWorld();
    arrives();
    const answer = await server.makeEwsRequest(omar, soapAround(find));
    expect(answer).toMatchObject({ status: 200, hostError: null });
    expect(idsOf(answer.body)).toHaveLength(1);
  });

  it.each(['body', 'error'] as const)('makes of a fault: %s', async (faultsThroughHost) => {
    const { server, omar } = ewsWorld({ switches: { faultsThroughHost } });
    const answer = await server.makeEwsRequest(omar, soapAround('<m:DeleteItem/>'));
    expect(answer.status).toBe(500);
    expect(answer.body.includes('ErrorAccessDenied')).toBe(faultsThroughHost === 'body');
    expect(answer.hostError === null).toBe(faultsThroughHost === 'body');
  });

  it('refuses requests over 1 MB and answers over 5 MB', async () => {
    const { server, omar, exchange } = ewsWorld();
    const long = `${soapAround(find)}${' '.repeat(1_000_000)}`;
    expect((await server.makeEwsRequest(omar, long)).hostError).toContain('1 MB');
    expect(server.log.count()).toBe(0);
    const raw = Buffer.from(mimeOf({}, 'x'.repeat(4_000_000)), 'base64');
    exchange.bring(omar, raw);
    const found = await server.makeEwsRequest(omar, soapAround(find));
    const get = `<m:GetItem><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape><t:IncludeMimeContent>true</t:IncludeMimeContent></m:ItemShape><m:ItemIds>${idsOf(found.body).join('')}</m:ItemIds></m:GetItem>`;
    const answer = await server.makeEwsRequest(omar, soapAround(get));
    expect(answer).toMatchObject({
      body: '',
      hostError: 'Response exceeds 5 MB size limit. Please modify your EWS request.',
    });
  });

  it('says so when the line is cut', async () => {
    const { server, omar } = ewsWorld();
    server.faults.next({ response: 'drop' });
    expect((await server.makeEwsRequest(omar, soapAround(find))).hostError).toContain('closed');
  });
});
