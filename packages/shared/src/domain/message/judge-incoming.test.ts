import { expect, test } from 'vitest';

import { judgeIncoming, judgeWriter } from './judge-incoming.ts';

const headers = (fields: Record<string, string>) =>
  Object.entries({ From: 'Kim <kim@x.com>', Subject: 'Re: Pricing', ...fields }).map(
    ([name, value]) => ({ name, value }),
  );

test.each([
  [{}],
  [{ 'Auto-Submitted': 'no' }],
  [{ 'X-MS-Exchange-Inbox-Rules-Loop': 'kim@x.com' }],
  [{ Subject: 'Auto: parts we need' }],
  [{ Precedence: 'first-class' }],
])('a person: %o', (fields) => {
  expect(judgeIncoming(headers(fields))).toBe('person');
});

test.each([
  [{ 'Auto-Submitted': 'auto-replied' }],
  [{ 'X-Autoreply': 'yes' }],
  [{ 'X-Autorespond': 'Re' }],
  [{ 'X-Autoresponder': 'v1' }],
  [{ 'X-Auto-Reply': 'true' }],
  [{ Precedence: 'auto_reply' }],
  [{ Precedence: 'autoreply' }],
  [
    {
      'X-MS-Exchange-Inbox-Rules-Loop': 'kim@x.com',
      'X-MS-Exchange-Generated-Message-Source': 'Mailbox Rules Agent',
    },
  ],
  [{ Subject: 'Automatic reply: Pricing' }],
  [{ Subject: 'Out of office Re: Pricing' }],
  [{ Subject: 'OOO: Pricing' }],
  [{ Subject: '=?utf-8?q?R=C3=A9ponse_automatique?= : Pricing' }],
  [{ Subject: 'Auto: Pricing', 'In-Reply-To': '<a@b>' }],
])('an auto-reply: %o', (fields) => {
  expect(judgeIncoming(headers(fields))).toBe('auto-reply');
});

test.each([
  [{ 'X-Auto-Response-Suppress': 'All' }],
  [{ Precedence: 'bulk' }],
  [{ Precedence: 'list' }],
  [{ 'List-Id': '<news.x.com>' }],
  [{ 'Auto-Submitted': 'x-something-else' }],
])('automatic: %o', (fields) => {
  expect(judgeIncoming(headers(fields))).toBe('automatic');
});

test.each([
  [{ 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' }],
  [{ 'X-Failed-Recipients': 'kim@x.com' }],
  [
    {
      From: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Auto-Submitted': 'auto-replied',
    },
  ],
  [{ 'Return-Path': '<>' }],
])('perhaps a notice: %o', (fields) => {
  expect(judgeIncoming(headers(fields))).toBe('notice-suspect');
});

test('what turned out to be no notice is judged by its other signs', () => {
  expect(judgeWriter(headers({ 'Return-Path': '<>' }))).toBe('automatic');
  expect(judgeWriter(headers({ 'Return-Path': '<kim@x.com>' }))).toBe('person');
});
