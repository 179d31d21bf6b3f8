import { expect, it } from 'vitest';

import { senderKind } from './sender.ts';

const id = 'abcdefghijklmnopabcdefghijklmnop';
const tab: chrome.tabs.Tab = {
  id: 7,
  index: 0,
  windowId: 1,
  pinned: false,
  highlighted: false,
  active: true,
  incognito: false,
  selected: true,
  discarded: false,
  autoDiscardable: true,
  frozen: false,
  groupId: -1,
  lastAccessed: 0,
};
const gmail = { id, origin: 'https://mail.google.com', frameId: 0, tab };

it("knows Gmail's page and our own pages", () => {
  expect(senderKind(gmail, id)).toBe('page');
  expect(senderKind({ id, origin: `chrome-extension://${id}` }, id)).toBe('panel');
});

it.each([
  ['another extension', { ...gmail, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
  ['a frame inside Gmail', { ...gmail, frameId: 3 }],
  ['another site', { ...gmail, origin: 'https://mail.google.com.evil.example' }],
  [
    'a page of another extension',
    { id, origin: 'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba' },
  ],
  ['nobody', {}],
])('takes %s for a stranger', (_who, sender) => {
  expect(senderKind(sender, id)).toBe('stranger');
});
