import { expect, it } from 'vitest';

import { createExchange } from '../../exchange/create-exchange.ts';
import type { ComposedItem } from '../page-data.ts';
import { saveDraft, sendItem } from './drafts.ts';
import { deferredSendTime } from './properties.ts';
import { readItem } from './read-item.ts';

const now = Date.UTC(2026, 10, 23, 9);

function adatum() {
  const exchange = createExchange({ kind: 'online', clock: () => now });
  const eva = exchange.addMailbox({
    address: 'eva@adatum.example',
    name: 'Eva Brandt',
    sendsFor: ['sales@adatum.example'],
  });
  return { exchange, eva };
}

const item: ComposedItem = {
  itemId: null,
  from: { name: 'Eva Brandt', address: 'eva@adatum.example' },
  to: [{ name: 'Dana', address: 'dana@initech.example' }],
  cc: [],
  bcc: [{ name: '', address: 'kim@globex.example' }],
  subject: 'Angebot für Grüße',
  bodyType: 'html',
  body: '<html><body dir="rtl"><p>שלום</p><img src="cid:logo"></body></html>',
  headers: { 'x-probe': 'one' },
  attachments: [
    { id: '1', name: 'logo', type: 'image/png', isInline: true, contentId: 'logo', base64: 'aGk=' },
    {
      id: '2',
      name: 'a.txt',
      type: 'text/plain',
      isInline: false,
      contentId: null,
      base64: 'aGVsbG8=',
    },
  ],
  inReplyTo: '<one@x>',
  references: ['<one@x>'],
  deferUntil: null,
};

it('reads what it wrote', async () => {
  const { eva } = adatum();
  const read = await readItem(await saveDraft(eva, item, now), 'id');
  expect(read).toMatchObject({
    subject: item.subject,
    from: item.from,
    bcc: item.bcc,
    inReplyTo: '<one@x>',
    references: ['<one@x>'],
    ownHeaders: { 'x-probe': 'one' },
    isDraft: true,
  });
  expect(read.html?.trim()).toBe(item.body);
  expect(read.attachments).toMatchObject([
    { contentId: 'logo', isInline: true, base64: 'aGk=' },
    { name: 'a.txt', contentId: null, base64: 'aGVsbG8=' },
  ]);
});

it('keeps one draft and its Message-ID, which Exchange makes', async () => {
  const { eva } = adatum();
  const first = await saveDraft(eva, item, now);
  const second = await saveDraft(eva, { ...item, itemId: first.id, subject: 'Other' }, now);
  expect(second.id).toBe(first.id);
  expect(second.messageId).toBe(first.messageId);
  expect(first.messageId).toMatch(/prod\.outlook\.com>$/);
  expect(eva.items('drafts')).toHaveLength(1);
});

it('takes a deferred time back when the form has none any more', async () => {
  const { eva } = adatum();
  const deferUntil = now + 3_600_000;
  const held = await saveDraft(eva, { ...item, deferUntil }, now);
  expect(held.properties[deferredSendTime]).toBe(new Date(deferUntil).toISOString());
  expect(await sendItem(eva, { ...item, itemId: held.id, deferUntil: null }, now)).toEqual({
    kind: 'sent',
  });
});

it('sends for others where it may, and says where it may not', async () => {
  const { eva } = adatum();
  const sales = { name: 'Sales', address: 'sales@adatum.example' };
  expect(await sendItem(eva, { ...item, from: sales }, now)).toEqual({ kind: 'sent' });
  expect(eva.items('sentitems')[0]?.raw.toString()).toMatch(/^Sender: .*eva@adatum\.example/m);
  const tom = { name: 'Tom', address: 'tom@adatum.example' };
  expect((await sendItem(eva, { ...item, from: tom }, now)).kind).toBe('refused');
});
