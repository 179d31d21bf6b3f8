import { parse } from 'valibot';
import { expect, it } from 'vitest';

import { addressees, author, subjectOf } from '../../domain/message/addressees.ts';
import { headerValue, headerValues } from '../../domain/message/headers.ts';
import { judgeIncoming } from '../../domain/message/judge-incoming.ts';
import { messageSchema } from './answers.ts';
import { headersOf } from './message-headers.ts';

const read = (message: object) => headersOf(parse(messageSchema, { id: 'AAkALg', ...message }));
const person = (address: string, name: string) => ({ emailAddress: { address, name } });
const ofClass = (value: string) => ({
  singleValueExtendedProperties: [{ id: 'String 0x1a', value }],
});

it('takes the headers that there are and adds what they lack', () => {
  const headers = read({
    internetMessageId: '<a@adatum.example>',
    subject: 'From the properties',
    from: person('kim@initech.example', 'Kim'),
    internetMessageHeaders: [
      { name: 'Received', value: 'from x' },
      { name: 'Received', value: 'from y' },
      { name: 'subject', value: 'From the wire' },
    ],
  });
  expect(headerValues(headers, 'Received')).toEqual(['from x', 'from y']);
  expect(headerValues(headers, 'Subject')).toEqual(['From the wire']);
  expect(headerValue(headers, 'Message-ID')).toBe('<a@adatum.example>');
  expect(author(headers)).toEqual({ name: 'Kim', address: 'kim@initech.example' });
});

it('writes people so that they are read back, whatever their names hold', () => {
  const hostile = 'Kim "x" \\ <evil@x.example>,\r\nBcc: evil@x.example';
  const headers = read({
    subject: 'One\r\nX-Forged: yes',
    toRecipients: [person('kim@initech.example', hostile), person('lou@initech.example', 'Łucja')],
    ccRecipients: [person('', 'A group')],
    bccRecipients: [person('max@initech.example', 'max@initech.example')],
  });
  expect(addressees(headers).map(({ address }) => address)).toEqual([
    'kim@initech.example',
    'lou@initech.example',
    'max@initech.example',
  ]);
  expect(addressees(headers)[1]?.name).toBe('Łucja');
  expect(subjectOf(headers)).toBe('One X-Forged: yes');
  expect(headers.every(({ value }) => !/[\r\n]/.test(value))).toBe(true);
});

it.each([
  'REPORT.IPM.Note.NDR',
  'report.ipm.note.ndr',
  'REPORT.IPM.Note.Delayed.DR',
  'REPORT.IPM.Note.DR',
])('a message of class %s is read whole, though its headers are poor', (name) => {
  const poor = { from: person('tom@adatum.example', 'Tom'), subject: 'Pricing' };
  expect(judgeIncoming(read(poor))).toBe('person');
  expect(judgeIncoming(read({ ...poor, ...ofClass(name) }))).toBe('notice-suspect');
});

it('a report keeps its own Content-Type where that says more', () => {
  const own = 'multipart/report; report-type=feedback-report; boundary=x';
  const headers = read({
    ...ofClass('REPORT.IPM.Note.NDR'),
    internetMessageHeaders: [{ name: 'Content-Type', value: own }],
  });
  expect(headerValues(headers, 'Content-Type')).toEqual([own]);
});

it('an answer of the server for who is away is automatic', () => {
  const headers = read({ ...ofClass('IPM.Note.Rules.OofTemplate.Microsoft'), subject: 'Pricing' });
  expect(judgeIncoming(headers)).toBe('auto-reply');
});

it('ordinary mail gets no header from its class', () => {
  expect(read(ofClass('IPM.Note'))).toEqual([]);
});

it('our mailId is found where the headers of own mail are not shown', () => {
  const id = 'String {00020386-0000-0000-C000-000000000046} Name X-Postrider-Mail';
  const headers = read({ singleValueExtendedProperties: [{ id, value: 'A'.repeat(22) }] });
  expect(headerValue(headers, 'x-postrider-mail')).toBe('A'.repeat(22));
});
