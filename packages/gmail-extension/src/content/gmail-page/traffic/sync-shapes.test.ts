import { readdirSync, readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { readAnswer, readRequest } from './sync-shapes.ts';

const folder = new URL('../../../../../sandbox/fixtures/gmail/inboxsdk-sync/', import.meta.url);
const recorded = (name: string) => readFileSync(new URL(`2022-09-09-${name}.json`, folder), 'utf8');
const names = readdirSync(folder)
  .flatMap((file) => /^2022-09-09-(.*)\.json$/.exec(file)?.[1] ?? [])
  .toSorted();

it('reads a recorded send', () => {
  expect(readRequest(recorded('cvOnSend_request'))).toEqual({
    kind: 'read',
    value: [
      {
        draftKey: 'msg-a:r8190137112111191537',
        purpose: 'send',
        recipients: ['test+1@gmail.com'],
        subject: 'subject_111',
      },
    ],
  });
  expect(readAnswer(recorded('cvOnSend_response'))).toMatchObject({
    kind: 'read',
    value: [
      {
        draftKey: 'msg-a:r8190137112111191537',
        mailboxMessageId: '183234eaadcf41e5',
        threadId: '183234ce86ffa010',
        messageId: 'CAFsK+UQf12W_Efo3+hwj+BWb+sk8DaGQkrOoBOU38nHafAHJ4Q@mail.gmail.com',
      },
    ],
  });
});

it('tells apart what one request does to several drafts', () => {
  const read = readRequest(recorded('cvOnSend_4_request'));
  expect(read.kind === 'read' && read.value.map(({ purpose }) => purpose)).toEqual([
    'save',
    'send',
  ]);
});

it.each(names.filter((name) => name.includes('request')))('reads the recorded %s', (name) => {
  expect(readRequest(recorded(name)).kind).toBe('read');
});

it.each(names.filter((name) => name.includes('response')))('reads the recorded %s', (name) => {
  expect(readAnswer(recorded(name)).kind).toBe('read');
});

it.each([
  ['nothing', ''],
  ['no JSON', ")]}'\n[]"],
  ['an object', '{"0":null}'],
  ['another version in front', '[20261101,[[[1,["thread-a:r1",[]]]]]]'],
  ['numbers', '[1,[[[1,2]]]]'],
  ['deep nesting', '['.repeat(5000) + ']'.repeat(5000)],
])('knows that %s is none of the shapes', (_what, text) => {
  expect(readRequest(text).kind).toBe('unknown-shape');
  expect(readAnswer(text).kind).toBe('unknown-shape');
});
