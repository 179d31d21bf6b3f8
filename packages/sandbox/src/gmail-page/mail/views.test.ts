import { expect, test } from 'vitest';

import type { ReadMessage } from './views.ts';
import { isFound, isInView } from './views.ts';

function message(labelIds: readonly string[]): ReadMessage {
  return {
    stored: {
      id: '1',
      threadId: '1',
      labelIds,
      internalDate: 0,
      raw: Buffer.from(''),
      messageId: '<a@b.example>',
    },
    content: {
      from: { name: 'Kim Lee', address: 'kim@globex.example' },
      to: [{ name: '', address: 'ana@acme.example' }],
      cc: [],
      bcc: [],
      subject: 'A question',
      html: null,
      text: 'Is phone support included?',
      snippet: '',
      messageId: '<a@b.example>',
      inReplyTo: null,
      references: [],
      attachments: [],
    },
  };
}

test('spam and trash show in their own places only', () => {
  expect(isInView(message(['INBOX', 'TRASH']), 'inbox')).toBe(false);
  expect(isInView(message(['INBOX', 'TRASH']), 'trash')).toBe(true);
  expect(isInView(message(['SPAM']), 'all')).toBe(false);
  expect(isInView(message([]), 'all')).toBe(true);
});

test.each([
  ['from:kim', true],
  ['from:ana', false],
  ['to:ana subject:question', true],
  ['"phone support"', true],
  ['phone missing', false],
  ['rfc822msgid:a@b.example', true],
  ['in:inbox', true],
  ['in:sent', false],
  ['is:unread', false],
])('%s: %s', (query, found) => {
  expect(isFound(message(['INBOX']), query)).toBe(found);
});

test('in:anywhere reaches into trash', () => {
  expect(isFound(message(['TRASH']), 'question')).toBe(false);
  expect(isFound(message(['TRASH']), 'in:anywhere question')).toBe(true);
});
