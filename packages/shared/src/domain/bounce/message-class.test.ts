import { expect, test } from 'vitest';

import { judgeIncoming } from '../message/judge-incoming.ts';
import { headersOfClass } from './message-class.ts';

test.each([
  ['REPORT.IPM.Note.NDR', 'notice-suspect'],
  ['report.ipm.note.ndr', 'notice-suspect'],
  ['REPORT.IPM.Note.Delayed.DR', 'notice-suspect'],
  ['REPORT.IPM.Schedule.Meeting.Request.NDR', 'notice-suspect'],
  ['REPORT.IPM.Note.IPNRN', 'notice-suspect'],
  ['IPM.Note.Rules.OofTemplate.Microsoft', 'auto-reply'],
  ['IPM.Note', 'person'],
  ['', 'person'],
  ['MyREPORT.IPM.Note.NDR', 'person'],
])('a message of class %j without headers is judged as %s', (messageClass, judgement) => {
  expect(judgeIncoming(headersOfClass(messageClass, []))).toBe(judgement);
});

test('what the message says itself is kept', () => {
  const own = [{ name: 'Content-Type', value: 'Multipart/Report; boundary=x' }];
  expect(headersOfClass('REPORT.IPM.Note.NDR', own)).toEqual([]);
  const other = [{ name: 'Content-Type', value: 'text/plain' }];
  expect(headersOfClass('REPORT.IPM.Note.NDR', other)).toHaveLength(1);
});
