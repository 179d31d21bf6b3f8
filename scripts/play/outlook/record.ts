import type { ExchangeItem, ExchangeMailbox } from '@postrider/sandbox/exchange-mailbox';

import { rawHeader, until } from '../record.ts';
import type { Stage } from './stage.ts';

/** A mailbox of either Exchange, as the sandbox holds it. */
export function mailboxOf({ sandbox }: Stage, address: string): ExchangeMailbox {
  const { online, server } = sandbox.exchange;
  const mailbox = online.mailbox(address) ?? server.mailbox(address);
  if (mailbox === undefined) throw new Error('The sandbox has no such mailbox.');
  return mailbox;
}

/** The newest item of a folder with this subject, waited for. */
export function itemIn(
  mailbox: ExchangeMailbox,
  folder: 'inbox' | 'sentitems' | 'drafts',
  subject: string,
): Promise<ExchangeItem | null> {
  return until(() =>
    mailbox.items(folder).find(({ raw }) => rawHeader(raw, 'Subject') === subject),
  );
}

/** The newest notice in the inbox that is about this mail. */
export function noticeAbout(
  mailbox: ExchangeMailbox,
  messageId: string,
): Promise<ExchangeItem | null> {
  return until(() =>
    mailbox
      .items('inbox')
      .find(({ messageClass, raw }) => /^REPORT\./i.test(messageClass) && raw.includes(messageId)),
  );
}

/** The enhanced status code in a notice, or null. */
export function statusIn(notice: ExchangeItem | null): string | null {
  if (notice === null) return null;
  return /^Status: (\d\.\d+\.\d+)/m.exec(notice.raw.toString('latin1'))?.[1] ?? null;
}
