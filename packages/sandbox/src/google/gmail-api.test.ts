import { describe, expect, it } from 'vitest';

import { ConnectionLost } from '../faults.ts';
import {
  backendError503,
  dailyLimit403,
  invalidGrant,
  rateLimit429,
  userRateLimit403,
} from './errors.ts';
import { mail, raw, testGoogle } from './test-google.ts';

const retryAt = (text: string): number => Date.parse(/Retry after (\S+)/.exec(text)?.[1] ?? '');

const scope = (name: string): string => `https://www.googleapis.com/auth/gmail.${name}`;

describe('history', () => {
  it('keeps the order of changes that fall into one millisecond, and loses none', async () => {
    const { rep, ask } = testGoogle();
    const cursor = (await ask('/profile')).body.historyId;
    const put = Array.from({ length: 50 }, () => rep.deposit(mail(), { labelIds: ['INBOX'] }).id);
    const seen: string[] = [];
    let start = cursor;
    for (;;) {
      const { body } = await ask(`/history?startHistoryId=${start}&maxResults=1`);
      const record = body.history?.[0];
      if (!record) break;
      seen.push(record.messagesAdded[0].message.id);
      start = record.id;
    }
    expect(seen).toEqual(put);
    expect(BigInt(start)).toBeLessThan(2n ** 64n);
  });

  it('pages, and tells labels and deletions', async () => {
    const { rep, ask } = testGoogle();
    const { historyId } = (await ask('/profile')).body;
    const { id } = rep.deposit(mail(), { labelIds: ['INBOX', 'UNREAD'] });
    await ask(`/messages/${id}/modify`, { json: { removeLabelIds: ['UNREAD'] } });
    rep.relabel(id, { add: ['STARRED'] });
    rep.erase(id);
    const first = (await ask(`/history?startHistoryId=${historyId}&maxResults=3`)).body;
    const token = first.nextPageToken;
    const rest = (await ask(`/history?startHistoryId=${historyId}&maxResults=3&pageToken=${token}`))
      .body;
    expect(first.history[0].messagesAdded[0].message.id).toBe(id);
    expect(first.history[1].labelsRemoved[0].labelIds).toEqual(['UNREAD']);
    expect(first.history[2].labelsAdded[0].labelIds).toEqual(['STARRED']);
    expect(rest.history[0].messagesDeleted[0].message.id).toBe(id);
    expect(rest.nextPageToken).toBeUndefined();
  });

  it('is 404 once forgotten, and begins anew', async () => {
    const { google, rep, ask } = testGoogle();
    const old = (await ask('/profile')).body.historyId;
    rep.deposit(mail(), { labelIds: ['INBOX'] });
    google.forgetHistory(rep.address);
    expect((await ask(`/history?startHistoryId=${old}`)).status).toBe(404);
    const { historyId } = (await ask('/profile')).body;
    expect((await ask(`/history?startHistoryId=${historyId}`)).status).toBe(200);
  });
});

describe('limits', () => {
  it('says in its text when to come back, and later to who comes early', async () => {
    const { google, ask, pass } = testGoogle();
    google.limits.unitsPerMinute = 10;
    const list = async () => ask('/messages');
    await list();
    await pass(1_000);
    await list();
    const refused = await list();
    expect(refused.status).toBe(403);
    expect(refused.body.error.errors[0].reason).toBe('rateLimitExceeded');
    const first = retryAt(refused.body.error.message);
    const second = retryAt((await list()).body.error.message);
    expect(second).toBeGreaterThan(first);
    await pass(60_000);
    const third = await list();
    expect(third.status).toBe(403);
    await pass(60_000);
    expect((await list()).status).toBe(200);
  });

  it('stands only so many requests of one user at once', async () => {
    const { google, ask } = testGoogle();
    google.limits.concurrent = 3;
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask('/profile')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2);
    expect((await ask('/profile')).status).toBe(200);
  });

  it('keeps account of the units', async () => {
    const { google, rep, ask } = testGoogle();
    await ask('/messages/send', { json: { raw: raw() } });
    await ask('/messages/nope');
    expect(google.log.units({ account: rep.address })).toBe(120);
    expect(google.log.all().map(({ call, status }) => [call, status])).toEqual([
      ['messages.send', 200],
      ['messages.get', 404],
    ]);
  });
});

describe('faults', () => {
  it.each([
    ['user rate', userRateLimit403(0), 403],
    ['429', rateLimit429(0), 429],
    ['backend', backendError503(), 503],
    ['day', dailyLimit403(), 403],
  ] as const)('%s strikes once, before anything is done', async (_name, response, status) => {
    const { google, ask, left } = testGoogle();
    google.faults.next({ response, match: (request) => request.url.endsWith('/send') });
    const send = async () => ask('/messages/send', { json: { raw: raw() } });
    expect((await ask('/profile')).status).toBe(200);
    expect((await send()).status).toBe(status);
    expect(left).toEqual([]);
    expect((await send()).status).toBe(200);
    expect(left).toHaveLength(1);
  });

  it('can lose the answer to what was done', async () => {
    const { google, ask, left } = testGoogle();
    google.faults.next({ response: 'drop', after: true });
    const send = ask('/messages/send', { json: { raw: raw() } });
    await expect(send).rejects.toBeInstanceOf(ConnectionLost);
    expect(left).toHaveLength(1);
    expect(google.log.all()[0]?.status).toBe(0);
  });

  it('can hang until the caller gives up', async () => {
    const { google, request } = testGoogle();
    google.faults.next({ response: 'hang' });
    const giveUp = new AbortController();
    const answer = google.gmailApi(new Request(request('/profile'), { signal: giveUp.signal }));
    giveUp.abort();
    await expect(answer).rejects.toBeInstanceOf(ConnectionLost);
  });

  it('can break the JSON, and the token endpoint', async () => {
    const { google, request } = testGoogle();
    google.faults.next({ response: 'malformed-json' });
    const broken = await (await google.gmailApi(request('/profile'))).text();
    expect(() => JSON.parse(broken)).toThrow(SyntaxError);
    google.faults.next({ response: invalidGrant() });
    const refused = await google.oauthHost(
      new Request('https://oauth2.googleapis.com/token', { method: 'POST' }),
    );
    expect(await refused.json()).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('tokens', () => {
  it('run out by the clock, and when told to', async () => {
    const { google, rep, ask, pass } = testGoogle();
    await pass(3_600_000);
    expect((await ask('/profile')).status).toBe(401);
    const token = google.issueToken(rep.address);
    expect((await ask('/profile', { token })).status).toBe(200);
    google.expireTokens(rep.address);
    expect((await ask('/profile', { token })).status).toBe(401);
  });

  it('open only what was granted', async () => {
    const { google, rep, ask } = testGoogle();
    const send = google.issueToken(rep.address, [scope('send')]);
    const metadata = google.issueToken(rep.address, [scope('metadata')]);
    const { id } = rep.deposit(mail(), { labelIds: ['INBOX'] });
    const refused = await ask('/messages', { token: send });
    expect(refused.status).toBe(403);
    expect(refused.body.error.details[0].reason).toBe('ACCESS_TOKEN_SCOPE_INSUFFICIENT');
    const metadataGet = async (path: string) => (await ask(path, { token: metadata })).status;
    expect(await metadataGet(`/messages/${id}?format=metadata`)).toBe(200);
    expect(await metadataGet(`/messages/${id}?format=raw`)).toBe(403);
    expect(await metadataGet('/messages?q=in:inbox')).toBe(403);
  });
});

describe('labels on drafts', () => {
  it.each([
    ['allowed', 200],
    ['refused', 400],
  ] as const)('are %s', async (labelsOnDrafts, status) => {
    const { google, rep, ask } = testGoogle({ labelsOnDrafts });
    const { id } = google.web.saveDraft(rep, 'w', mail());
    const starred = await ask(`/messages/${id}/modify`, { json: { addLabelIds: ['STARRED'] } });
    expect(starred.status).toBe(status);
  });
});
