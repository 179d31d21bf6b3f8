import type { StoredMessage } from '@postrider/sandbox/accounts';
import type { Sandbox } from '@postrider/sandbox/sandbox';

/** What a step of the demo is judged by: facts from the sandbox, never from the product. */
export type Facts = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** The mailbox of an account, as the sandbox's Google holds it. */
export function mailboxOf(sandbox: Sandbox, address: string) {
  const account = sandbox.google.accounts.get(address);
  if (account === undefined) throw new Error('The sandbox has no such account.');
  return account;
}

/** A header of a stored message, unfolded, or null. */
export function header(message: StoredMessage, name: string): string | null {
  return rawHeader(message.raw, name);
}

/** A header of a message's bytes, unfolded, or null. */
export function rawHeader(raw: Buffer, name: string): string | null {
  const head = raw.toString('utf8').split('\r\n\r\n')[0] ?? '';
  const line = head
    .replaceAll(/\r\n(?=[ \t])/g, '')
    .split('\r\n')
    .find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line === undefined ? null : line.slice(name.length + 1).trim();
}

/** The newest message of an account under a label whose subject is this. */
export function newest(
  sandbox: Sandbox,
  address: string,
  wanted: { readonly label: string; readonly subject: string },
): StoredMessage | null {
  const found = mailboxOf(sandbox, address)
    .messages(wanted.label)
    .find((message) => header(message, 'Subject') === wanted.subject);
  return found ?? null;
}

/** Looks until the sandbox's record holds what is waited for, or until the time is up (null). */
export async function until<Found>(
  look: () => Found | null | undefined | false | Promise<Found | null | undefined | false>,
  withinMs = 30_000,
): Promise<Found | null> {
  const endAt = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() >= endAt) return null;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
