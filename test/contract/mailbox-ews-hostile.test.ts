import { createEwsMailbox } from '@postrider/shared/adapters/ews/ews-mailbox';
import type { AskEws } from '@postrider/shared/adapters/ews/ews-reply';
import { mailboxAddress } from '@postrider/shared/domain/ids';
import { headerValue } from '@postrider/shared/domain/message/headers';
import { assert, asyncProperty, constantFrom, integer, string } from 'fast-check';
import { expect, test } from 'vitest';

import { yesMan } from './support/canned-ews.ts';
import { begin, draftOf, ewsOpener, fromKim, means, newMailId, value } from './support/open-ews.ts';

const opened = ewsOpener();

test.each([
  ['markup', ']]></t:Value></t:ExtendedProperty><t:ItemId Id="evil"/>', null],
  ['an entity', '&xxe; &#x0; &lt;script&gt; <!DOCTYPE a>', null],
  ['a name of JavaScript', '__proto__ constructor', null],
  ['letters that XML cannot hold', 'a\u0001\u0008\uFFFEb', 'a\u{FFFD}\u{FFFD}\u{FFFD}b'],
  ['an envelope', '</s:Body></s:Envelope>', null],
])('%s in a mail from outside is read as text', async (_name, text, shown) => {
  const { mailbox, omar } = opened();
  const cursor = await begin(mailbox);
  omar.create(fromKim(text, [`X-Other: ${text}`, `Message-ID: <a&b"'${'c'.repeat(300)}@x>`]), {
    folder: 'inbox',
  });
  const [message] = value(await mailbox.changes(cursor)).appeared;
  if (message === undefined) throw new Error('not told');
  expect(headerValue(message.headers, 'X-Other')).toBe(shown ?? text);
  expect(message.headers.map(({ name }) => name)).toEqual([
    'X-Other',
    'Message-ID',
    'From',
    'Subject',
  ]);
  expect(value(await mailbox.message(message.id))).toEqual(message);
  expect(value(await mailbox.raw(message.id))).not.toBeNull();
});

/** Everything that the port can be asked. */
function everyCall(ask: AskEws): readonly (() => Promise<unknown>)[] {
  const mailbox = createEwsMailbox({
    ask,
    account: mailboxAddress('omar@woodgrove.example'),
    clock: () => Date.UTC(2026, 9, 5, 9),
    wait: async () => {},
  });
  const mailId = newMailId();
  const draft = draftOf(mailId);
  const { handOver, state, cancel } = means(mailbox);
  return [
    () => mailbox.account(),
    () => mailbox.changes(null),
    () => mailbox.changes(mailbox.cursorAt(0)),
    () => mailbox.sentSince(0, null),
    () => mailbox.drafts.find(mailId),
    async () => {
      const made = await mailbox.drafts.create(draft);
      if (made.kind !== 'ok') return;
      await mailbox.send(made.value);
      await handOver(made.value, 0);
      await state(made.value);
      await cancel(made.value);
      await mailbox.drafts.remove(made.value);
    },
  ];
}

test('whatever a server answers, a call comes to an outcome and ends', async () => {
  await assert(
    asyncProperty(
      integer({ min: 0, max: 400 }),
      integer({ min: 0, max: 40 }),
      constantFrom('', '<', '>', '"', '&', '/', '</t:Items>', '<t:Items>', '\u0000', 'Error', '-1'),
      string(),
      async (at, cut, put, noise) => {
        const broken: AskEws = async (soap) => {
          const reply = yesMan(soap);
          if (reply.kind !== 'answer') return reply;
          const { text } = reply;
          const from = (at * 37) % text.length;
          const damaged = text.slice(0, from) + put + noise + text.slice(from + cut);
          return { kind: 'answer', text: damaged };
        };
        for (const call of everyCall(broken)) await call();
      },
    ),
    { numRuns: 150 },
  );
});
