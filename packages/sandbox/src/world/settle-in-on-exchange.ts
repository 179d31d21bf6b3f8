import { randomBytes } from 'node:crypto';

import type { Exchange } from '../exchange/exchange.ts';
import { dateField, writeMessage } from '../mail/write-message.ts';
import type { OldExchangeMail } from './exchange-history.ts';
import { exchangeHistory } from './exchange-history.ts';
import { onlineOthers, onlineReps, serverReps } from './exchange-people.ts';

/** Gives everyone on the two Exchanges a mailbox and the mail of the last weeks. */
export async function settleInOnExchange(
  { online, server }: { readonly online: Exchange; readonly server: Exchange },
  options: { readonly now: number; readonly withHistory: boolean },
): Promise<void> {
  for (const person of [...onlineReps, ...onlineOthers]) online.addMailbox(person);
  for (const person of serverReps) server.addMailbox(person);
  if (!options.withHistory) return;

  const threads = new Map<string, string[]>();
  for (const mail of exchangeHistory.toSorted((a, b) => b.minutesAgo - a.minutesAgo)) {
    const earlier = threads.get(mail.thread) ?? [];
    const messageId = `<${randomBytes(16).toString('hex')}@prod.outlook.example>`;
    await file([online, server], mail, {
      messageId,
      earlier,
      at: options.now - mail.minutesAgo * 60_000,
    });
    threads.set(mail.thread, [...earlier, messageId]);
  }
}

async function file(
  exchanges: readonly Exchange[],
  mail: OldExchangeMail,
  context: { readonly messageId: string; readonly earlier: readonly string[]; readonly at: number },
): Promise<void> {
  const { messageId, earlier, at } = context;
  const raw = await writeMessage({
    type: 'multipart/alternative',
    headers: {
      From: mail.from,
      To: mail.to,
      Subject: mail.subject,
      Date: dateField(at),
      'Message-ID': messageId,
      ...(earlier.length === 0
        ? {}
        : { 'In-Reply-To': earlier.at(-1) ?? '', References: earlier.join(' ') }),
    },
    parts: [
      { type: 'text/plain; charset=utf-8', content: mail.paragraphs.join('\n\n') },
      {
        type: 'text/html; charset=utf-8',
        content: mail.paragraphs.map((text) => `<p>${text}</p>`).join(''),
      },
    ],
  });
  const mailboxOf = (person: string) =>
    exchanges
      .map((exchange) => exchange.mailbox(/<(.+)>$/.exec(person)?.[1] ?? ''))
      .find((found) => found !== undefined);
  mailboxOf(mail.from)?.create(raw, { folder: 'sentitems', receivedAt: at });
  mailboxOf(mail.to)?.create(raw, {
    folder: 'inbox',
    receivedAt: at,
    isRead: mail.unread !== true,
  });
}
