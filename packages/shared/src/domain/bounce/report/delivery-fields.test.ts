import { expect, it } from 'vitest';

import { limits } from '../limits.ts';
import { parseDeliveryFields } from './delivery-fields.ts';

const read = (text: string) => parseDeliveryFields(text, new Set());
const names = (text: string) =>
  read(text).recipients.map(
    (block) => block.get('final-recipient') ?? block.get('original-recipient'),
  );

it('reads fields of the message and of each recipient, unfolded', () => {
  const { message, recipients } = read(
    'Reporting-MTA: dns; mx.example\n\nFinal-Recipient: a\nAction: failed\nDiagnostic-Code: smtp; one\n  two\n\nFinal-Recipient: b\nAction: delayed\n',
  );
  expect(message.get('reporting-mta')).toBe('dns; mx.example');
  expect(recipients).toHaveLength(2);
  expect(recipients[0]?.get('diagnostic-code')).toBe('smtp; one two');
});

it.each([
  [
    'no empty line between two recipients',
    'Final-Recipient: a\nAction: failed\nFinal-Recipient: b\nAction: failed',
  ],
  ['Action first', 'Action: failed\nFinal-Recipient: a\n\nAction: failed\nFinal-Recipient: b'],
  [
    'Original-Recipient first',
    'Original-Recipient: x\nFinal-Recipient: a\n\nOriginal-Recipient: y\nFinal-Recipient: b',
  ],
  [
    'MIME fields among them',
    'MIME-Version: 1.0\nFinal-Recipient: a\n\nContent-Type: x\nFinal-Recipient: b',
  ],
])('bears %s', (_, text) => {
  expect(names(text)).toEqual(['a', 'b']);
});

it('bears an empty line within a recipient', () => {
  const { recipients } = read('Final-Recipient: a\n\nAction: failed\nStatus: 5.1.1');
  expect(recipients).toHaveLength(1);
  expect(recipients[0]?.get('status')).toBe('5.1.1');
});

it('passes over what is no field', () => {
  expect(
    names('some words\nFinal-Recipient: a\nmore words here: no\n: empty\nAction: failed'),
  ).toEqual(['a']);
});

it('stops at the bound and says so', () => {
  const reached = new Set<never>();
  const many = 'Final-Recipient: a\nAction: failed\n\n'.repeat(limits.recipients + 5);
  expect(parseDeliveryFields(many, reached).recipients).toHaveLength(limits.recipients);
  expect([...reached]).toEqual(['recipients']);
});
