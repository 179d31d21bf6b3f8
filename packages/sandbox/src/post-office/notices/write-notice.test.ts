import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';

import { mimeTree } from '../../mail/mime-tree.ts';
import { refusals } from '../behaviours.ts';
import { delay } from './delay.ts';
import { expired } from './expired.ts';
import type { Notice } from './notice.ts';
import { senderLimitNotices } from './sender-limit.ts';
import { writeNotice } from './write-notice.ts';

const notices: Readonly<Record<string, Notice>> = {
  ...refusals,
  delay,
  expired,
  ...senderLimitNotices,
};

const write = (notice: Notice): Promise<Buffer> =>
  writeNotice({
    notice,
    sender: 'ana@acme.example',
    recipient: 'carla@customer.example',
    original: {
      raw: Buffer.from('Subject: Ünï\r\nMessage-ID: <CA1@mail.gmail.com>\r\n\r\nsecret words'),
      messageId: '<CA1@mail.gmail.com>',
      sentAt: 0,
    },
    at: 60_000,
    messageId: '<n1@mx.google.com>',
  });

describe.each(Object.entries(notices))('%s', (_name, notice) => {
  it('has the parts of a Gmail notice', async () => {
    const shape = (part: ReturnType<typeof mimeTree>): unknown =>
      part.mimeType.startsWith('multipart/')
        ? [part.mimeType, ...part.parts.map(shape)]
        : part.mimeType;
    expect(shape(mimeTree(await write(notice)))).toEqual([
      'multipart/report',
      ['multipart/related', ['multipart/alternative', 'text/plain', 'text/html'], 'image/png'],
      'message/delivery-status',
      'message/rfc822',
    ]);
  });

  it('is read by another parser', async () => {
    const read = await PostalMime.parse(await write(notice), {
      rfc822Attachments: true,
      attachmentEncoding: 'utf8',
    });
    const part = (type: string) =>
      read.attachments.find(({ mimeType }) => mimeType === type)?.content;
    expect(read.from?.address).toBe('mailer-daemon@googlemail.com');
    expect(read.inReplyTo).toBe('<CA1@mail.gmail.com>');
    expect(read.text).toContain(`** ${notice.heading} **`);
    const status = part('message/delivery-status');
    expect(status).toContain('Reporting-MTA: dns; googlemail.com\n');
    expect(status).toMatch(/\n\nFinal-Recipient: rfc822; carla@customer\.example\n/);
    expect(status).toContain(`\nAction: ${notice.action}\nStatus: ${notice.status}\n`);
    expect(part('message/rfc822')).toContain('Message-ID: <CA1@mail.gmail.com>');
    expect(part('message/rfc822')).not.toContain('secret words');
  });
});

it('only a delay keeps silent about the recipient in its header, and says until when it tries', async () => {
  const late = (await write(delay)).toString();
  expect(late).not.toContain('X-Failed-Recipients');
  expect(late).toContain('Will-Retry-Until');
  expect(late).toContain('Subject: Delivery Status Notification (Delay)');
  expect((await write(expired)).toString()).toContain('X-Failed-Recipients');
});

it('the sender limit names a remote host only where the relay says it', async () => {
  expect((await write(senderLimitNotices['google-itself'])).toString()).not.toContain('Remote-MTA');
  expect((await write(senderLimitNotices.relay)).toString()).toContain(
    'Remote-MTA: dns; smtp-relay.gmail.com.',
  );
});
