import { expect, it } from 'vitest';

import { mail, testGoogle } from './test-google.ts';

const DAY_MS = 86_400_000;

const mailbox = () => {
  const { rep, ask, clock } = testGoogle();
  const put = (name: string, headers: Record<string, string>, labelIds: string[], age = 0) =>
    rep.deposit(mail({ 'Message-ID': `<${name}@x>`, ...headers }), {
      labelIds,
      internalDate: clock() - age,
    });
  const daemon = 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>';
  const status = 'Delivery Status Notification (Failure)';
  put('ndr', { From: daemon, Subject: status }, ['INBOX', 'UNREAD']);
  put(
    'postmaster',
    { From: 'postmaster@other.example', Subject: 'Undelivered' },
    ['INBOX'],
    DAY_MS,
  );
  put('spam', { From: daemon, Subject: 'Notification about status' }, ['SPAM'], 3 * DAY_MS);
  put('old', { From: 'carla@customer.example', Subject: 'Hello' }, ['TRASH'], 40 * DAY_MS);
  put('sent', { Subject: 'Re: Hello' }, ['SENT'], 2 * DAY_MS);
  put('encoded', { From: 'carla@customer.example', Subject: '=?utf-8?q?caf=C3=A9?=' }, ['INBOX']);
  return async (query: string): Promise<string[]> => {
    const { body } = await ask(`/messages?${query}`);
    const found: { id: string }[] = body.messages ?? [];
    return found
      .map(({ id }) => /<(.*)@x>/.exec(rep.find(id)?.messageId ?? '')?.[1] ?? '')
      .toSorted();
  };
};

it.each([
  ['from:mailer-daemon', ['ndr']],
  ['from:mailer-daemon in:anywhere', ['ndr', 'spam']],
  ['from:mail', ['ndr']],
  ['from:maile', []],
  ['from:(mailer-daemon OR postmaster)', ['ndr', 'postmaster']],
  ['{from:mailer-daemon from:postmaster}', ['ndr', 'postmaster']],
  ['from:mailer-daemon OR from:postmaster', ['ndr', 'postmaster']],
  ['in:inbox from:mailer-daemon OR from:postmaster', ['ndr', 'postmaster']],
  ['subject:"Delivery Status Notification" in:anywhere', ['ndr']],
  ['subject:(notification status) in:anywhere', ['ndr', 'spam']],
  ['newer_than:2d', ['encoded', 'ndr', 'postmaster']],
  ['older_than:1m in:anywhere', ['old']],
  ['after:1795338000', ['encoded', 'ndr', 'postmaster']],
  ['after:1795338001', ['encoded', 'ndr']],
  ['after:2026/11/22 before:2026/11/23', ['postmaster']],
  ['in:sent', ['sent']],
  ['in:trash', ['old']],
  ['is:unread', ['ndr']],
  ['-is:unread in:inbox', ['encoded', 'postmaster']],
  ['-from:mailer-daemon -{from:postmaster in:sent}', ['encoded']],
  ['from:me', ['sent']],
  ['to:carla', ['encoded', 'ndr', 'postmaster', 'sent']],
  ['rfc822msgid:<spam@x> in:anywhere', ['spam']],
  ['rfc822msgid:sent@x', ['sent']],
  ['subject:café', ['encoded']],
  ['label:inbox café', ['encoded']],
  ['', ['encoded', 'ndr', 'postmaster', 'sent']],
  ['((( from:postmaster', ['postmaster']],
] as const)('q=%s', async (q, expected) => {
  const found = mailbox();
  expect(await found(`q=${encodeURIComponent(q)}`)).toEqual(expected);
});

it('leaves spam and trash out unless it is told to look there', async () => {
  const found = mailbox();
  expect(await found('includeSpamTrash=true')).toHaveLength(6);
  expect(await found('labelIds=SPAM')).toEqual(['spam']);
  expect(await found('labelIds=INBOX&labelIds=UNREAD')).toEqual(['ndr']);
});
