import type { Header } from '../../mail/headers.ts';
import { dateField } from '../../mail/write-message.ts';
import { foldedMark, mark } from './marks.ts';

const host = 'mail-sor-f69.google.com';

const spf = `none (google.com: ${host} does not designate permitted sender hosts)`;

const results = (raw: Buffer): string =>
  [
    'mx.google.com',
    `dkim=pass header.i=@googlemail.com header.s=20230601 header.b=${mark(raw, 'dkim', 6)}`,
    `spf=${spf} smtp.helo=${host}`,
    'dmarc=pass (p=QUARANTINE sp=QUARANTINE dis=NONE) header.from=googlemail.com',
  ].join(';\r\n       ');

const signature = (raw: Buffer, domain: string, purpose: string): string =>
  [
    'a=rsa-sha256; c=relaxed/relaxed',
    `d=${domain}; s=20230601`,
    'h=in-reply-to:references:subject:from:date:message-id:auto-submitted\r\n         :to:from:to:cc:subject:date:message-id:reply-to',
    `bh=${mark(raw, 'body', 32)}`,
    `b=${foldedMark(raw, purpose)}`,
  ].join(';\r\n        ');

/**
 * What stands above Google's own notices in a Gmail mailbox, in its order: they pass from one Google host to another
 * ("Google Transport Security"), signed by googlemail.com. The signatures here have the shape only.
 */
export const googleOwnStamps = (
  raw: Buffer,
  way: { readonly recipient: string; readonly at: number },
): readonly Header[] => {
  const { recipient, at } = way;
  const date = dateField(at);
  const id = at.toString(36);
  const seal = `i=1; a=rsa-sha256; t=${Math.floor(at / 1000)}; cv=none`;
  return [
    { name: 'Delivered-To', value: recipient },
    {
      name: 'Received',
      value: `by 2001:db8:1785:0:b0:19a:50ce:a944 with SMTP id x5csp${id};\r\n        ${date}`,
    },
    {
      name: 'X-Received',
      value: `by 2001:db8:651c:2228:b0:295:9c2e:7324 with SMTP id y40-${id};\r\n        ${date}`,
    },
    {
      name: 'ARC-Seal',
      value: `${seal};\r\n        d=google.com; s=arc-20240605;\r\n        b=${foldedMark(raw, 'seal')}`,
    },
    {
      name: 'ARC-Message-Signature',
      value: `i=1; ${signature(raw, 'google.com', 'arc')}`,
    },
    { name: 'ARC-Authentication-Results', value: `i=1; ${results(raw)}` },
    { name: 'Return-Path', value: '<>' },
    {
      name: 'Received',
      value: `from ${host} (${host}. [192.0.2.69])\r\n        by mx.google.com with SMTPS id q4-${id}\r\n        for <${recipient}>\r\n        (Google Transport Security);\r\n        ${date}`,
    },
    { name: 'Received-SPF', value: `${spf} client-ip=192.0.2.69;` },
    { name: 'Authentication-Results', value: results(raw) },
    { name: 'DKIM-Signature', value: `v=1; ${signature(raw, 'googlemail.com', 'dkim')}` },
    { name: 'X-Google-DKIM-Signature', value: `v=1; ${signature(raw, '1e100.net', 'google')}` },
    { name: 'X-Gm-Message-State', value: mark(raw, 'state', 48) },
    { name: 'X-Google-Smtp-Source', value: mark(raw, 'source', 72) },
    {
      name: 'X-Received',
      value: `by 2001:db8:651c:1614:b0:293:27a9:ef34 with SMTP id f20-${id};\r\n        ${date}`,
    },
  ];
};

/** What stands above a notice that was put into the mailbox inside Google, as before 2016: no border, so no results and no signature. */
export const googleInsideStamps = (way: {
  readonly recipient: string;
  readonly at: number;
}): readonly Header[] => {
  const date = dateField(way.at);
  const id = way.at.toString(36);
  return [
    { name: 'Delivered-To', value: way.recipient },
    {
      name: 'Received',
      value: `by 2001:db8:1785:0:b0:19a:50ce:a944 with SMTP id x5csp${id};\r\n        ${date}`,
    },
    { name: 'Return-Path', value: '<>' },
    {
      name: 'Received',
      value: `by 2001:db8:651c:1614:b0:293:27a9:ef34 with SMTP id f20-${id};\r\n        ${date}`,
    },
  ];
};
