import { calls } from '@postrider/sandbox/google-calls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readDiscovery } from './discovery.ts';
import { rawMail, startSandboxWorld, type SandboxWorld } from './sandbox-world.ts';

const discovery = readDiscovery();

describe.skipIf(!discovery)("the sandbox against Google's description of the Gmail API", () => {
  let world: SandboxWorld;
  let ids: Readonly<Record<string, string>> = {};

  const filled = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (_all, name: string) => ids[name] ?? '');

  const ask = async (method: string, path: string, json?: unknown): Promise<unknown> => {
    const answer = await world.google.gmailApi(
      new Request(`https://gmail.googleapis.com/gmail/v1/users/me${path}`, {
        method,
        headers: {
          authorization: `Bearer ${world.google.issueToken(world.ana.address, ['https://mail.google.com/'])}`,
          'content-type': 'application/json',
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      }),
    );
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };

  beforeAll(async () => {
    world = await startSandboxWorld();
    world.google.addAlias(world.ana.address, { address: 'sales@acme.example', name: 'Sales' });
    const carla = 'carla@customer.example';
    world.office.behave(carla, { kind: 'unknown-user' });
    const sent = world.google.web.send(
      world.ana,
      'window',
      Buffer.from(rawMail({ To: carla }), 'base64url'),
    );
    await world.pass(10_000);
    const draft = world.ana.deposit(Buffer.from(rawMail({ To: carla }), 'base64url'), {
      labelIds: ['DRAFT'],
    });
    const created = await world.client(world.ana.address).users.drafts.list({ userId: 'me' });
    const notice = world.ana.messages('INBOX')[0]?.id ?? '';
    ids = {
      sent: sent.id,
      thread: sent.threadId,
      draft: created.data.drafts?.[0]?.id ?? '',
      notice,
      message: draft.id,
    };
  });
  afterAll(() => world.close());

  const raw = rawMail({ To: 'carla@customer.example' });
  it.each([
    ['getProfile', 'GET', '/profile'],
    ['history.list', 'GET', '/history?startHistoryId=1'],
    ['messages.list', 'GET', '/messages?maxResults=1'],
    ['messages.list', 'GET', '/messages?q=nothing'],
    ['messages.get', 'GET', '/messages/{sent}'],
    ['messages.get', 'GET', '/messages/{notice}'],
    ['messages.get', 'GET', '/messages/{notice}?format=raw'],
    ['messages.get', 'GET', '/messages/{notice}?format=minimal'],
    ['messages.get', 'GET', '/messages/{notice}?format=metadata&metadataHeaders=message-id'],
    ['messages.send', 'POST', '/messages/send', { raw }],
    ['messages.insert', 'POST', '/messages', { raw, labelIds: ['INBOX'] }],
    ['messages.import', 'POST', '/messages/import', { raw }],
    ['messages.modify', 'POST', '/messages/{notice}/modify', { removeLabelIds: ['UNREAD'] }],
    ['messages.trash', 'POST', '/messages/{notice}/trash', {}],
    ['messages.untrash', 'POST', '/messages/{notice}/untrash', {}],
    ['drafts.list', 'GET', '/drafts'],
    ['drafts.get', 'GET', '/drafts/{draft}'],
    ['drafts.create', 'POST', '/drafts', { message: { raw } }],
    ['drafts.update', 'PUT', '/drafts/{draft}', { message: { raw } }],
    ['drafts.send', 'POST', '/drafts/send', { id: '{draft}' }],
    ['threads.list', 'GET', '/threads?q=in:sent'],
    ['threads.get', 'GET', '/threads/{thread}'],
    ['threads.get', 'GET', '/threads/{thread}?format=metadata'],
    ['threads.modify', 'POST', '/threads/{thread}/modify', { addLabelIds: ['STARRED'] }],
    ['threads.trash', 'POST', '/threads/{thread}/trash', {}],
    ['labels.list', 'GET', '/labels'],
    ['labels.get', 'GET', '/labels/INBOX'],
    ['labels.create', 'POST', '/labels', { name: 'Followed' }],
    ['settings.sendAs.list', 'GET', '/settings/sendAs'],
    ['settings.sendAs.get', 'GET', '/settings/sendAs/sales@acme.example'],
    ['watch', 'POST', '/watch', { topicName: 'projects/p/topics/t' }],
    ['messages.delete', 'DELETE', '/messages/{sent}'],
  ] as const)('%s (%s %s)', async (call, method, path, json?: object) => {
    const answer = await ask(
      method,
      filled(path),
      json && JSON.parse(filled(JSON.stringify(json))),
    );
    expect(discovery?.faults(`gmail.users.${call}`, answer)).toEqual([]);
  });

  it('would notice a member that Google does not have, and a number that is no string', () => {
    const wrong = { emailAddress: 'a@b.example', historyId: 5, unknown: true };
    expect(discovery?.faults('gmail.users.getProfile', wrong)).toHaveLength(2);
  });

  it.each(calls)(
    '$call is asked for and allowed as Google says',
    ({ call, method, path, scopes }) => {
      const described = discovery?.methods.get(`gmail.users.${call}`);
      expect(described?.httpMethod).toBe(method);
      expect(described?.path).toBe(`gmail/v1/users/{userId}${path}`);
      expect(
        described?.scopes.filter((scope) => !scope.includes('gmail.addons')).toSorted(),
      ).toEqual(scopes.toSorted());
    },
  );
});
