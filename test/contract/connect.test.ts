import { mailboxAddress } from '@postrider/shared/domain/ids';
import { expect, test } from 'vitest';

import { ana } from './support/events.ts';
import { openOffice } from './support/office.ts';

test('connects the account that the person chose, with PKCE, state and offline access', async () => {
  const office = await openOffice();
  expect(await office.connect()).toEqual({ kind: 'connected', account: ana });
  const asked = office.person.seen[0]?.searchParams;
  expect(asked?.get('scope')).toBe('https://www.googleapis.com/auth/gmail.modify');
  expect(asked?.get('code_challenge_method')).toBe('S256');
  expect(asked?.get('access_type')).toBe('offline');
  expect(asked?.get('prompt')).toContain('select_account');
  expect(asked?.get('state')).toMatch(/^[\w-]{43}$/);
  expect(asked?.has('login_hint')).toBe(false);
  expect(await office.grants.read()).toMatchObject({ account: ana });
  expect(await office.mailbox().account()).toEqual({ kind: 'ok', value: ana });
});

test('each attempt has its own state and verifier', async () => {
  const office = await openOffice();
  await office.connect();
  await office.connect();
  const [one, other] = office.person.seen.map((url) => url.searchParams);
  expect(one?.get('state')).not.toBe(other?.get('state'));
  expect(one?.get('code_challenge')).not.toBe(other?.get('code_challenge'));
  expect(other?.get('login_hint')).toBe(ana);
});

test.each([['close'], ['cancel']] as const)('%s changes nothing', async (kind) => {
  const office = await openOffice();
  office.choose({ kind });
  expect(await office.connect()).toEqual({ kind: 'cancelled' });
  expect(await office.grants.read()).toBeNull();
});

test('without an OAuth client it says so and opens no page', async () => {
  const office = await openOffice();
  office.configure(null);
  expect(await office.connect()).toEqual({ kind: 'not-configured' });
  expect(office.person.seen).toEqual([]);
});

test('an account of a domain that is not allowed is given back at once', async () => {
  const office = await openOffice({ allowedDomains: ['acme.example'] });
  office.choose({ kind: 'account', address: 'ana.private@mail.example' });
  expect(await office.connect()).toEqual({
    kind: 'domain-not-allowed',
    account: 'ana.private@mail.example',
    allowedDomains: ['acme.example'],
  });
  expect(await office.grants.read()).toBeNull();
  expect(office.asked.at(-1)?.url).toBe('https://oauth2.googleapis.com/revoke');
  const token = new URLSearchParams(office.asked.at(-1)?.body).get('token') ?? '';
  expect(await office.oauth.refresh(token)).toEqual({ kind: 'reconnect-needed', cause: 'revoked' });
});

test('another account never takes the place of the connected one', async () => {
  const office = await openOffice();
  await office.connect();
  const before = await office.grants.read();
  office.choose({ kind: 'account', address: 'ana.private@mail.example' });
  expect(await office.connect()).toEqual({
    kind: 'other-account',
    account: 'ana.private@mail.example',
    connected: ana,
  });
  expect(await office.grants.read()).toEqual(before);
  expect(await office.mailbox().account()).toEqual({ kind: 'ok', value: ana });
});

test('another account takes its place where the rep has agreed, and the grant of the first is given back', async () => {
  const office = await openOffice();
  await office.connect();
  const before = await office.grants.read();
  const other = mailboxAddress('ana.private@mail.example');
  office.choose({ kind: 'account', address: 'ana.private@mail.example' });
  expect(await office.connect({ only: other, replacing: ana })).toEqual({
    kind: 'connected',
    account: other,
  });
  expect(office.person.seen.at(-1)?.searchParams.get('login_hint')).toBe(other);
  expect(office.asked.at(-1)?.url).toBe('https://oauth2.googleapis.com/revoke');
  const given = before?.renewal?.kind === 'refresh-token' ? before.renewal.token : '';
  expect(await office.oauth.refresh(given)).toEqual({ kind: 'reconnect-needed', cause: 'revoked' });
  expect(await office.mailbox().account()).toEqual({ kind: 'ok', value: other });
});

test('agreed to or not, it takes the place of that one only, and only if it is the one that was offered', async () => {
  const office = await openOffice();
  await office.connect();
  const before = await office.grants.read();
  const other = mailboxAddress('ana.private@mail.example');
  const ways = { only: other, replacing: mailboxAddress('cleo@acme.example') };
  office.choose({ kind: 'account', address: 'ana.private@mail.example' });
  expect(await office.connect(ways)).toMatchObject({ kind: 'other-account', connected: ana });
  office.choose({ kind: 'account', address: 'ana@acme.example' });
  expect(await office.connect({ only: other, replacing: ana })).toEqual({
    kind: 'other-mailbox',
    account: ana,
    open: other,
  });
  office.choose({ kind: 'cancel' });
  expect(await office.connect({ only: other, replacing: ana })).toEqual({ kind: 'cancelled' });
  expect(await office.grants.read()).toEqual(before);
  expect(await office.mailbox().account()).toEqual({ kind: 'ok', value: ana });
});

test('an answer with another state is dropped: nobody else can connect his mailbox here', async () => {
  const office = await openOffice();
  office.launchWith(async (url) => {
    const back = new URL((await office.person.launch(url)) ?? '');
    back.searchParams.set('state', 'somebody-else');
    return back.href;
  });
  expect(await office.connect()).toEqual({
    kind: 'failed',
    failure: { kind: 'unknown', cause: 'malformed-answer' },
  });
  expect(office.asked).toEqual([]);
});

test('a consent without the scope is told and not kept', async () => {
  const office = await openOffice();
  office.launchWith(async (url) => {
    const narrowed = new URL(url);
    narrowed.searchParams.set('scope', 'https://www.googleapis.com/auth/gmail.readonly');
    return office.person.launch(narrowed.href);
  });
  expect(await office.connect()).toEqual({
    kind: 'failed',
    failure: { kind: 'reconnect-needed', cause: 'scope' },
  });
  expect(await office.grants.read()).toBeNull();
});

test('a wrong client secret is told in words a person can act on', async () => {
  const office = await openOffice();
  office.configure({ id: 'postrider-client', secret: 'wrong' });
  expect(await office.connect()).toMatchObject({ kind: 'failed', failure: { kind: 'refused' } });
});

test('the access token is asked for once, however many want it, and kept until it nearly ends', async () => {
  const office = await openOffice();
  await office.connect();
  const tokens = office.newTokens();
  office.asked.length = 0;
  const answer = office.holdAnswers();
  const wanted = Promise.all([tokens.token(), tokens.token()]);
  // Both have read the grant by then: the store answers in order.
  await office.grants.read();
  await office.grants.read();
  answer();
  const [one, other] = await wanted;
  expect(one).toEqual(other);
  await tokens.token();
  expect(office.asked).toHaveLength(1);
  office.acme.clock.pass(3_599_000 - 59_000);
  const renewed = await office.newTokens().token();
  expect(renewed).not.toEqual(one);
  expect(office.asked).toHaveLength(2);
});

test('a token that ran out in the middle is renewed without anybody noticing', async () => {
  const office = await openOffice();
  await office.connect();
  const mailbox = office.mailbox();
  await mailbox.account();
  office.acme.google.expireTokens(ana);
  expect(await mailbox.account()).toEqual({ kind: 'ok', value: ana });
});

test('a revoked grant is remembered, and connecting anew heals it', async () => {
  const office = await openOffice();
  await office.connect();
  await office.cache.write(null);
  office.acme.google.revoke(ana);
  const gone = { kind: 'reconnect-needed', cause: 'revoked' };
  expect(await office.mailbox().account()).toEqual(gone);
  expect(await office.grants.read()).toMatchObject({ account: ana, renewal: null });
  office.asked.length = 0;
  expect(await office.mailbox().account()).toEqual(gone);
  expect(office.asked).toEqual([]);
  expect(await office.connect()).toEqual({ kind: 'connected', account: ana });
  expect(await office.mailbox().account()).toEqual({ kind: 'ok', value: ana });
});

test('trouble at the token endpoint is no lost grant', async () => {
  const office = await openOffice();
  await office.connect();
  for (const response of ['drop', 'malformed-json'] as const) {
    office.acme.google.faults.next({
      match: (request) => request.url.endsWith('/token'),
      response,
    });
    expect(await office.mailbox().account()).toMatchObject({ kind: 'unknown' });
  }
  expect(await office.mailbox().account()).toEqual({ kind: 'ok', value: ana });
});

test('disconnecting revokes at Google and forgets here, even with no network', async () => {
  const office = await openOffice();
  await office.connect();
  expect(await office.disconnect()).toEqual({ account: ana, revoked: true });
  expect(await office.grants.read()).toBeNull();
  const token = new URLSearchParams(office.asked.at(-1)?.body).get('token') ?? '';
  expect(await office.oauth.refresh(token)).toMatchObject({ kind: 'reconnect-needed' });
  await office.connect();
  office.acme.google.faults.next({ response: 'drop' });
  expect(await office.disconnect()).toEqual({ account: ana, revoked: false });
  expect(await office.grants.read()).toBeNull();
});

test('after disconnecting, a token that is still in memory opens nothing', async () => {
  const office = await openOffice();
  await office.connect();
  const mailbox = office.mailbox();
  await mailbox.account();
  await office.disconnect();
  expect(await mailbox.account()).toEqual({ kind: 'reconnect-needed', cause: 'no-grant' });
});

test('a new connection never uses the access token of the one before', async () => {
  const office = await openOffice();
  await office.connect();
  const before = await office.newTokens().token();
  await office.connect();
  const after = await office.newTokens().token();
  expect(after.kind).toBe('ok');
  expect(after).not.toEqual(before);
});
