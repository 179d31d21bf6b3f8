import { describe, expect, it } from 'vitest';

import { findReply, findStatus, refusedIn } from './codes.ts';

describe('codes in words', () => {
  it.each([
    ['550 5.1.1 User unknown', '5.1.1'],
    ['#5.2.2 full', '5.2.2'],
    ['(#5.1.2)', '5.1.2'],
    ["Remote Server returned '550 5.1.351 gone'", '5.1.351'],
    ['550-5.7.26 mail', '5.7.26'],
    ['250 2.0.0 ok, then 550 5.1.1 no', '5.1.1'],
    ['host [192.5.1.1] said', null],
    ['Exim 4.94.2', null],
    ['version 5.5.2653.12', null],
    ['nothing', null],
  ])('finds the status in %s', (text, status) => {
    expect(findStatus(text)).toBe(status);
  });

  it.each([
    ['550 5.1.1 User unknown', '550'],
    ['host mx[192.0.2.4] said: 452 4.2.2 full', '452'],
    ['550: <a@b.example>: no', '550'],
    ['550-5.1.1 no', '550'],
    ['ERROR_CODE :550, no', '550'],
    ['Message size 500 bytes', null],
    ['on port 25, 2026', null],
    ['mx-450.example refused', null],
  ])('finds the reply in %s', (text, reply) => {
    expect(findReply(text)).toBe(reply);
  });

  it.each([
    ['said: 550 no (in reply to RCPT TO command)', 'recipient'],
    ['said: 550 no (in reply to end of DATA command)', 'mail'],
    ['>>> DATA\n<<< 550 no\n<<< 503 Need RCPT (recipient)', 'recipient'],
    ['550 <a@b.example>: Recipient address rejected', 'recipient'],
    ['a@b.example: 550 no', 'recipient'],
    ['[User unknown] [RCPT_TO]', 'recipient'],
    ['error from remote server for RCPT command', 'recipient'],
    ['did not like our DATA: 550 no', 'mail'],
    ['550 no', null],
  ])('tells what was refused in %s', (text, refused) => {
    expect(refusedIn(text)).toBe(refused);
  });
});
