import { expect, test } from 'vitest';

import { parseSyncRequest } from './parse-sync-request.ts';
import { recording, recordings } from './recordings.ts';

test('a new draft as Gmail recorded it', () => {
  expect(parsed('cvOnDraftSave_request')).toEqual([
    {
      number: 7,
      threadKey: 'thread-a:r263523620390330024',
      message: {
        key: 'msg-a:r8190137112111191537',
        purpose: 'save',
        sendAt: null,
        protection: 'none',
        merges: false,
        plainText: null,
        from: { address: 'test@gmail.com', name: 'Test Test' },
        to: [],
        cc: [],
        bcc: [],
        subject: 'subject_111',
        html: '<div dir="ltr">a</div>',
        inReplyTo: null,
      },
    },
  ]);
});

test('a send, with its recipient', () => {
  const [update] = parsed('cvOnSend_request');
  expect(update?.message).toMatchObject({
    purpose: 'send',
    to: [{ address: 'test+1@gmail.com', name: 'Test Test' }],
  });
});

test('the key of a thread without the message key that may follow it', () => {
  const [update] = parsed('cvOnSend_2_request_customThreadId');
  expect(update?.threadKey).toBe('thread-a:r263523620390330024');
});

test('an answer with what it answers, and the label change that goes with it', () => {
  const updates = parsed('cvOnReplySend_2_request');
  expect(updates.map(({ number, message }) => [number, message?.inReplyTo])).toEqual([
    [8, '<CAFxDt-Pv7d2eRZ5nzFABppc=gGvLF=AuGyt7CFeYErh14DDtrQ@mail.gmail.com>'],
    [9, undefined],
  ]);
  expect(updates[0]?.message?.html).toContain('<blockquote');
});

test.each(recordings('_request'))('%s holds a message', (name) => {
  expect(parsed(name).some(({ message }) => message !== null)).toBe(true);
});

test('what is no sync request holds nothing', () => {
  expect(parseSyncRequest([null, [[[1, ['thread-a:r1', []]], 'x', null]]])).toEqual([
    { number: 1, threadKey: 'thread-a:r1', message: null },
  ]);
  expect(parseSyncRequest({})).toEqual([]);
});

function parsed(name: string): ReturnType<typeof parseSyncRequest> {
  return parseSyncRequest(JSON.parse(recording(name)));
}
