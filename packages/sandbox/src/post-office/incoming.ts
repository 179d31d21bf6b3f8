import { withoutHeader, withTopHeaders } from '../mail/edit-headers.ts';
import { dateField } from '../mail/write-message.ts';
import { domainOf } from './notices/notice.ts';

/** A mail as the receiving provider files it: the stamps of its way on top, no Bcc (RFC 5321 section 4.4). */
export const asReceived = (
  raw: Buffer,
  way: { readonly sender: string; readonly recipient: string; readonly at: number },
): Buffer => {
  const { sender, recipient, at } = way;
  const domain = sender === '' ? 'googlemail.com' : domainOf(sender);
  return withTopHeaders(withoutHeader(raw, 'Bcc'), [
    { name: 'Delivered-To', value: recipient },
    { name: 'Return-Path', value: `<${sender}>` },
    {
      name: 'Received',
      value: `from mail.${domain} (mail.${domain}. [192.0.2.41])\r\n        by mx.google.com with ESMTPS id sandbox${at.toString(36)}\r\n        for <${recipient}>;\r\n        ${dateField(at)}`,
    },
    {
      name: 'Authentication-Results',
      value: `mx.google.com;\r\n       dkim=pass header.i=@${domain};\r\n       spf=pass smtp.mailfrom=${sender || `postmaster@mail.${domain}`};\r\n       dmarc=pass header.from=${domain}`,
    },
  ]);
};
