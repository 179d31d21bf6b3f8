import { expect, it } from 'vitest';

import { branded } from '../../domain/brand.ts';
import type { DraftId, GroupId, MailboxAddress } from '../../domain/ids.ts';
import { keptCopy } from './kept-copy.ts';
import { readKeptList } from './kept-list.ts';
import { readSourceMail } from './source-mail.ts';

const id = branded<GroupId>('R3JvdXBNYWlsQUJDREVGRw');
const account = branded<MailboxAddress>('ana@acme.example');

function sourceOf(text: string) {
  const raw = new TextEncoder().encode(text);
  const read = readSourceMail({ id: branded<DraftId>('r1'), raw });
  if (read.kind !== 'ok') throw new Error(read.why);
  return read.mail;
}

const recipients = Array.from({ length: 300 }, (_, no) => ({
  person: { address: `p${no}@initech.example`, name: `Kim "${no}"` },
  fields: { first_name: `=cmd ${no}`, note: 'Zoë\r\n<b>' },
}));

const draft = [
  'From: Ana <ana@acme.example>',
  'To: x@y.example',
  'Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= {{name}}',
  '',
  'Hello {{name}}',
  '',
].join('\r\n');

it('keeps text and list, and gives both back', () => {
  const copy = keptCopy(sourceOf(draft), { id, createdAt: 17, recipients }, account);
  expect(copy).not.toContain('x@y.example');
  const read = sourceOf(copy);
  expect(read.subject).toBe('Grüße {{name}}');
  expect(read.fields).toEqual(['name']);
  expect(read.list?.kept).toEqual({ id, createdAt: 17, recipients });
  expect(read.attachmentBytes).toBe(0);
});

it('made of a copy, it holds one list', () => {
  const first = keptCopy(sourceOf(draft), { id, createdAt: 17, recipients }, account);
  const second = keptCopy(sourceOf(first), { id, createdAt: 18, recipients: [] }, account);
  expect(second.match(/filename=/g)).toHaveLength(1);
  expect(sourceOf(second).list?.kept).toEqual({ id, createdAt: 18, recipients: [] });
});

it.each([
  '',
  'null',
  '[]',
  '{"v":2,"createdAt":1,"columns":[],"rows":[]}',
  '{"v":1,"createdAt":"1","columns":[],"rows":[]}',
  '{"v":1,"createdAt":1,"columns":[1],"rows":[]}',
  '{"v":1,"createdAt":1,"columns":[],"rows":[[1]]}',
])('reads no list out of %j', (text) => {
  expect(readKeptList(id, text)).toBeNull();
});
