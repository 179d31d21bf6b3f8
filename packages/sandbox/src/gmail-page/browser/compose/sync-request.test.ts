import { expect, test } from 'vitest';

import { recording, shapeOf } from '../../sync/recordings.ts';
import { syncRequest } from './sync-request.ts';

const draft = {
  key: 'msg-a:r8190137112111191537',
  threadKey: 'thread-a:r263523620390330024',
  saved: false,
  answers: null,
};
const written = {
  from: { address: 'test@gmail.com', name: 'Test' },
  to: [],
  cc: [],
  bcc: [],
  subject: 'subject_111',
  html: 'a',
  text: 'a',
  quote: '',
  direction: 'ltr',
  plainText: false,
  protection: 'none',
  merges: false,
} as const;
const context = { number: 7, now: 1662744585968 };
const someone = { address: 'test+1@gmail.com', name: 'Test Test' };

test.each([
  ['cvOnDraftSave_request', 'save', draft, written],
  ['cvOnDraftUpdate_request', 'save', { ...draft, saved: true }, written],
  ['cvOnSend_request', 'send', { ...draft, saved: true }, { ...written, to: [someone] }],
] as const)('%s: the page writes as Gmail wrote', (name, purpose, state, mail) => {
  const recorded: unknown = JSON.parse(recording(name));
  expect(shapeOf(syncRequest(purpose, state, mail, context), 12)).toEqual(shapeOf(recorded, 12));
});

test('what must not be read is not in the traffic', () => {
  const mail = { ...written, html: 'secret words', text: 'secret words' };
  const hidden = syncRequest('send', draft, { ...mail, protection: 'client-side' }, context);
  expect(JSON.stringify(hidden)).not.toContain('secret words');
  const plain = syncRequest('send', draft, { ...mail, plainText: true }, context);
  expect(JSON.stringify(plain)).not.toContain('<div');
});

test('an answer goes into its thread, with the mail it quotes as a part of its own', () => {
  const state = { ...draft, answers: { id: '183b2a348d698d42', messageId: '<a@b.example>' } };
  const request = syncRequest('save', state, { ...written, quote: '<blockquote>' }, context);
  const message = at(request, [1, 0, 0, 1, 1, 1, 0]);
  expect(at(message, [15])).toBe('<a@b.example>');
  expect(at(message, [8, 1])).toEqual([
    [0, '<div dir="ltr">a</div>'],
    [2, '<blockquote>'],
  ]);
});

function at(value: unknown, path: readonly number[]): unknown {
  return path.reduce<unknown>(
    (inner, place) => (Array.isArray(inner) ? inner[place] : undefined),
    value,
  );
}
