import { expect, it } from 'vitest';

import { withHeader, withoutHeader, withTopHeaders } from './edit-headers.ts';
import { headerOf, rawHeader } from './headers.ts';

const mail = Buffer.from(
  'Subject: =?utf-8?q?caf=C3=A9?=\r\nX-Long: one\r\n two\r\nMESSAGE-id: <a@b>\r\n\r\nbody: not a header\r\n',
  'latin1',
);

it('reads folded and encoded fields by any case of their name', () => {
  expect(headerOf(mail, 'subject')).toBe('café');
  expect(rawHeader(mail, 'x-long')).toBe('one two');
  expect(rawHeader(mail, 'body')).toBeUndefined();
});

it('puts a field in the place of the old one and leaves every other byte', () => {
  const changed = withHeader(mail, 'Message-ID', '<new@x>').toString('latin1');
  expect(changed).toBe(mail.toString('latin1').replace('MESSAGE-id: <a@b>', 'Message-ID: <new@x>'));
});

it('takes a field away with its folded lines', () => {
  expect(withoutHeader(mail, 'X-Long').toString('latin1')).toBe(
    mail.toString('latin1').replace('X-Long: one\r\n two\r\n', ''),
  );
});

it('puts stamps on top', () => {
  const stamped = withTopHeaders(mail, [{ name: 'Return-Path', value: '<>' }]);
  expect(stamped.toString('latin1')).toBe(`Return-Path: <>\r\n${mail.toString('latin1')}`);
});

it('gives a message without any header its first one', () => {
  expect(withHeader(Buffer.from('\r\nhello'), 'To', 'a@b').toString()).toBe('To: a@b\r\n\r\nhello');
});
