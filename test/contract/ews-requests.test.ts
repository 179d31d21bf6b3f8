import { createEwsMailbox, type EwsMailbox } from '@postrider/shared/adapters/ews/ews-mailbox';
import { branded } from '@postrider/shared/domain/brand';
import {
  mailboxAddress,
  type DraftId,
  type MailboxMessageId,
  type MailId,
  type MessageId,
  type ThreadId,
} from '@postrider/shared/domain/ids';
import { describe, expect, test } from 'vitest';

import { readEwsSchema } from './ews-schema.ts';
import { ewsAnswer, ewsParts, operationOf, yesMan } from './support/canned-ews.ts';

const schema = readEwsSchema();

const now = Date.UTC(2026, 9, 5, 9);
const hostile = ']]>&"<\'\u0000\u0008\ud800é𝄞</t:Constant>';
const mailId = branded<MailId>('AbCdEfGhIjKlMnOpQrStUv');
const draft = branded<DraftId>(`${mailId}:draft-1`);
const hostileDraft = branded<DraftId>(hostile);

/** The operations that Office passes (office-js-docs, "Call web services from an Outlook add-in"). */
const passed: ReadonlySet<string> = new Set([
  'CopyItem',
  'CreateFolder',
  'CreateItem',
  'ExpandDL',
  'FindConversation',
  'FindFolder',
  'FindItem',
  'GetConversationItems',
  'GetFolder',
  'GetItem',
  'GetUserAvailability',
  'MarkAsJunk',
  'MoveItem',
  'ResolveNames',
  'SendItem',
  'UpdateFolder',
  'UpdateItem',
]);

/** Does everything that the port can, with what an outsider can bring in. */
async function doEverything(mailbox: EwsMailbox): Promise<void> {
  const { deferredSend } = mailbox.capabilities;
  if (deferredSend.kind === 'no') throw new Error(deferredSend.why);
  await mailbox.account();
  await mailbox.changes(null);
  await mailbox.changes(mailbox.cursorAt(now));
  await mailbox.message(branded<MailboxMessageId>(hostile));
  await mailbox.raw(branded<MailboxMessageId>(hostile));
  await mailbox.sentSince(now, null);
  await mailbox.sentSince(now, '100');
  for (const messageIds of [[], [hostile], [hostile, 'two@x', 'three@x', 'four@x']]) {
    await mailbox.findSent({
      messageIds: messageIds.map((id) => branded<MessageId>(id)),
      threadId: branded<ThreadId>(hostile),
      id: branded<MailboxMessageId>('clue'),
    });
  }
  await mailbox.drafts.create({ mailId, raw: `Subject: ${hostile}\r\n\r\n` });
  await mailbox.drafts.find(mailId);
  await mailbox.drafts.beginning(hostile);
  await mailbox.drafts.list(null);
  await mailbox.drafts.whole(draft, branded<MessageId>(hostile));
  await mailbox.itemId(branded<MailboxMessageId>(`sent:<${hostile}>`));
  for (const id of [draft, hostileDraft]) {
    await mailbox.send(id);
    await deferredSend.means.handOver(id, now + 3_600_000);
    await deferredSend.means.state(id);
    await deferredSend.means.cancel(id);
    await mailbox.drafts.remove(id);
  }
}

function recorded(answer: typeof yesMan) {
  const envelopes: string[] = [];
  const mailbox = createEwsMailbox({
    ask: async (envelope) => {
      envelopes.push(envelope);
      return answer(envelope);
    },
    account: mailboxAddress(`o'mar&"<${hostile}>@woodgrove.example`),
    clock: () => now,
    wait: async () => {},
  });
  return { mailbox, envelopes };
}

/** The same server with one answer of its own. */
const but = (operation: string, answer: ReturnType<typeof yesMan>): typeof yesMan => {
  return (envelope) => (operationOf(envelope) === operation ? answer : yesMan(envelope));
};

describe('what is asked of Exchange Server', () => {
  test('are operations that Office passes, every one of which this program needs', async () => {
    const { mailbox, envelopes } = recorded(yesMan);
    await doEverything(mailbox);
    const used = new Set(envelopes.map(operationOf));
    expect([...used].filter((operation) => !passed.has(operation))).toEqual([]);
    expect([...used].toSorted()).toEqual([
      'CreateItem',
      'FindFolder',
      'FindItem',
      'GetConversationItems',
      'GetFolder',
      'GetItem',
      'MoveItem',
      'ResolveNames',
      'SendItem',
      'UpdateItem',
    ]);
  });

  test('is ASCII without a declaration of encoding, whatever stands in mail', async () => {
    const { mailbox, envelopes } = recorded(yesMan);
    await doEverything(mailbox);
    for (const envelope of envelopes) expect(envelope).toMatch(/^<s:Envelope [\n -~]*$/);
  });

  test.skipIf(!schema).each([
    ['where all is well', yesMan],
    ['where nothing is found', but('FindItem', ewsParts('FindItem', []))],
    [
      'where drafts are gone',
      but('GetItem', ewsParts('GetItem', [{ error: 'ErrorItemNotFound' }])),
    ],
    ['where answers are none', () => ewsAnswer('')],
    [
      'where a draft was changed meanwhile',
      but('SendItem', ewsParts('SendItem', [{ error: 'ErrorStaleObject' }])),
    ],
    [
      'where an answer is too large',
      but('GetItem', { kind: 'failed', code: 9020, message: 'Response exceeds 5 MB size limit.' }),
    ],
  ] as const)('is as messages.xsd and types.xsd describe it, %s', async (_name, answer) => {
    const { mailbox, envelopes } = recorded(answer);
    await doEverything(mailbox);
    expect(envelopes.length).toBeGreaterThan(5);
    const faults = envelopes.flatMap((envelope) =>
      (schema?.faults(envelope) ?? []).map((fault) => `${operationOf(envelope)}: ${fault}`),
    );
    expect([...new Set(faults)]).toEqual([]);
  });

  test.skipIf(!schema)('is checked by a schema that sees what is wrong', async () => {
    const { mailbox, envelopes } = recorded(yesMan);
    await mailbox.send(draft);
    const right = envelopes.find((one) => operationOf(one) === 'SendItem') ?? '';
    expect(schema?.faults(right)).toEqual([]);
    expect(schema?.faults(right.replace(' SaveItemToFolder="true"', ''))).not.toEqual([]);
    expect(schema?.faults(right.replaceAll('m:ItemIds', 'm:Items'))).not.toEqual([]);
  });
});
