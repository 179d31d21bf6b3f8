import { expect, test } from 'vitest';

import { addressees, author, subjectOf } from '../../../domain/message/addressees.ts';
import { headerValue } from '../../../domain/message/headers.ts';
import { readXml } from '../xml/read-xml.ts';
import { readItem } from './ews-item.ts';
import { headersOf, recipientCount } from './item-headers.ts';

function itemOf(inside: string) {
  const root = readXml(`<t:Message xmlns:t="t"><t:ItemId Id="one"/>${inside}</t:Message>`);
  const item = root === null ? null : readItem(root);
  if (item === null) throw new Error('no item');
  return item;
}

const extended = (uri: string, value: string) =>
  `<t:ExtendedProperty><t:ExtendedFieldURI ${uri}/><t:Value>${value}</t:Value></t:ExtendedProperty>`;

const mailbox = (name: string, address: string) =>
  `<t:Mailbox><t:Name>${name}</t:Name><t:EmailAddress>${address}</t:EmailAddress></t:Mailbox>`;

test('what came from outside has its own header fields, unfolded, and none of ours', () => {
  const raw = 'From: Kim &lt;kim@x.example&gt;\r\nSubject: a\r\n b\r\nX-Other: 1\r\n';
  const item = itemOf(
    `<t:Subject>other</t:Subject>${extended('PropertyTag="0x7d" PropertyType="String"', raw)}`,
  );
  expect(headersOf(item)).toEqual([
    { name: 'From', value: 'Kim <kim@x.example>' },
    { name: 'Subject', value: 'a b' },
    { name: 'X-Other', value: '1' },
  ]);
});

test('what was written here has the fields that its properties make', () => {
  const item = itemOf(
    [
      '<t:Subject>Pricing</t:Subject>',
      '<t:DateTimeSent>2026-10-05T09:00:00Z</t:DateTimeSent>',
      extended(
        'DistinguishedPropertySetId="InternetHeaders" PropertyName="X-Postrider-Mail" PropertyType="String"',
        'AbCdEfGhIjKlMnOpQrStUv',
      ),
      `<t:ToRecipients>${mailbox('Kim, "the" Boss\\', 'kim@x.example')}${mailbox('Group', '/O=EX/CN=GROUP')}</t:ToRecipients>`,
      `<t:BccRecipients>${mailbox('lou@x.example', 'lou@x.example')}</t:BccRecipients>`,
      `<t:From>${mailbox('Omar Haddad', 'omar@woodgrove.example')}</t:From>`,
      '<t:InternetMessageId>&lt;one@woodgrove.example&gt;</t:InternetMessageId>',
    ].join(''),
  );
  const headers = headersOf(item);
  expect(author(headers)).toEqual({ address: 'omar@woodgrove.example', name: 'Omar Haddad' });
  expect(addressees(headers).map(({ address }) => address)).toEqual([
    'kim@x.example',
    'lou@x.example',
  ]);
  expect(subjectOf(headers)).toBe('Pricing');
  expect(headerValue(headers, 'message-id')).toBe('<one@woodgrove.example>');
  expect(headerValue(headers, 'x-postrider-mail')).toBe('AbCdEfGhIjKlMnOpQrStUv');
  expect(headerValue(headers, 'date')).toBe('Mon, 05 Oct 2026 09:00:00 GMT');
  // Exchange counts the group, too, whose members nobody here knows.
  expect(recipientCount(item)).toBe(3);
});

test('that Exchange calls it a report is told as a header', () => {
  const item = itemOf('<t:ItemClass>report.IPM.Note.NDR</t:ItemClass><t:Subject>x</t:Subject>');
  expect(headerValue(headersOf(item), 'content-type')).toMatch(/^multipart\/report/);
});

test('a hostile name or subject makes no field and no address of its own', () => {
  const name = 'x" &lt;evil@x.example&gt;,&#13;&#10;Bcc: more@x.example, "';
  const item = itemOf(
    `<t:Subject>a&#13;&#10;Bcc: evil@x.example</t:Subject><t:ToRecipients>${mailbox(name, 'kim@x.example')}${mailbox('b', 'b@x.example&gt;, &lt;evil@x.example')}</t:ToRecipients>`,
  );
  const headers = headersOf(item);
  expect(headers.map((field) => field.name)).toEqual(['To', 'Subject']);
  expect(addressees(headers).map(({ address }) => address)).toEqual(['kim@x.example']);
});
