import type { OutlookSandbox } from './outlook-e2e.ts';

/** The mails in somebody's Sent Items with this subject, as they lie in their Exchange. */
export function sentMails(
  { exchange }: OutlookSandbox,
  subject: string,
  address = 'eva@adatum.example',
): readonly string[] {
  const mailbox = exchange.online.mailbox(address) ?? exchange.server.mailbox(address);
  return (mailbox?.items('sentitems') ?? [])
    .map(({ raw }) => raw.toString())
    .filter((raw) => raw.includes(`Subject: ${subject}\r\n`));
}

/** The mailId that a mail carries, or null. */
export function mailIdOf(raw: string | undefined): string | null {
  return /^x-postrider-mail: ([\w-]{22})\r$/im.exec(raw ?? '')?.[1] ?? null;
}

/** How often Outlook started a function of the add-in for an event, by what became of it. */
export function launches({ outlook }: OutlookSandbox, type: string): readonly string[] {
  return outlook.events.flatMap((event) =>
    event.kind === 'launch' && event.type === type ? [event.outcome] : [],
  );
}
