import { expect, it } from 'vitest';

import { gmailBase } from './gmail-tabs.ts';

it.each([
  ['https://mail.google.com/mail/u/0/#inbox', 'https://mail.google.com/mail/u/0/'],
  ['https://mail.google.com/mail/u/12/?tab=rm#all/1a', 'https://mail.google.com/mail/u/12/'],
  [
    'https://mail.google.com/mail/u/0/d/AEoRXRT_x-1/#inbox',
    'https://mail.google.com/mail/u/0/d/AEoRXRT_x-1/',
  ],
])('finds the place of the account in %s', (url, base) => {
  expect(gmailBase(url)).toBe(base);
});

it.each([
  'https://mail.google.com/chat/u/0/',
  'https://mail.google.com.evil.example/mail/u/0/',
  'http://mail.google.com/mail/u/0/',
])('finds none in %s', (url) => {
  expect(gmailBase(url)).toBeNull();
});
