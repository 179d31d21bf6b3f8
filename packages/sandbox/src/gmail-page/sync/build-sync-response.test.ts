import { expect, test } from 'vitest';

import { buildSyncResponse } from './build-sync-response.ts';
import { recording, shapeOf } from './recordings.ts';

const me = { address: 'test@gmail.com', name: 'Test Test' };

test('a send is answered with the places filled that Gmail fills', () => {
  const built = buildSyncResponse(
    [
      {
        number: 10,
        threadKey: 'thread-a:r263523620390330024',
        threadId: '183234ce86ffa010',
        message: {
          key: 'msg-a:r8190137112111191537',
          from: me,
          to: [{ address: 'test+1@gmail.com', name: 'Test Test' }],
          cc: [],
          bcc: [],
          subject: 'subject_111',
          snippet: 'ab',
          purpose: 'send',
          inReplyTo: null,
          messageId: '<CAFsK+UQf12W_Efo3@mail.gmail.com>',
          id: '183234eaadcf41e5',
        },
      },
    ],
    [10],
    { version: 527537, now: 1662744701660 },
  );
  const recorded: unknown = JSON.parse(recording('cvOnSend_response'));
  const thread = [1, 5, 0, 0, 2, 6, 0];
  const message = [...thread, 4, 0];
  expect(shapeOf(at(built, message), 2)).toEqual(shapeOf(at(recorded, message), 2));
  expect(at(built, [...message, 10])).toEqual(at(recorded, [...message, 10]));
  expect(at(built, [...message, 55])).toBe(at(recorded, [...message, 55]));
  expect(at(built, [...thread, 19])).toBe(at(recorded, [...thread, 19]));
  expect(at(built, [0])).toEqual(at(recorded, [0]));
});

function at(value: unknown, path: readonly number[]): unknown {
  return path.reduce<unknown>(
    (inner, place) => (Array.isArray(inner) ? inner[place] : undefined),
    value,
  );
}
