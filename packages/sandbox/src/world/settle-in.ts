import { randomBytes } from 'node:crypto';

import type { Account } from '../accounts.ts';
import { writeComposedMail } from '../gmail-page/mail/write-composed-mail.ts';
import type { SyncContact } from '../gmail-page/sync/sync-message.ts';
import type { Google } from '../google/google.ts';
import type { PostOffice } from '../post-office/post-office.ts';
import type { OldMail } from './history.ts';
import { history } from './history.ts';
import { customers, reps, shared, strangers } from './people.ts';

/** Gives everyone of the sandbox's world an account, a habit and the mail of the last weeks. */
export async function settleIn(
  google: Google,
  postOffice: PostOffice,
  options: { readonly now: number; readonly withHistory: boolean },
): Promise<void> {
  for (const rep of reps) google.addAccount(rep);
  google.addAccount({ ...shared, signedIn: false });
  for (const customer of customers) google.addAccount({ ...customer, signedIn: false });
  for (const { address, behaviour } of strangers) postOffice.behave(address, behaviour);
  if (!options.withHistory) return;

  const oldestFirst = history.toSorted((a, b) => b.minutesAgo - a.minutesAgo);
  const threads = new Map<string, string[]>();
  for (const mail of oldestFirst) {
    const earlier = threads.get(mail.thread) ?? [];
    const messageId = `<CA${randomBytes(36).toString('base64url')}@mail.gmail.com>`;
    await file(google, mail, { messageId, earlier, at: options.now - mail.minutesAgo * 60_000 });
    threads.set(mail.thread, [...earlier, messageId]);
  }
}

async function file(
  google: Google,
  mail: OldMail,
  context: { readonly messageId: string; readonly earlier: readonly string[]; readonly at: number },
): Promise<void> {
  const { messageId, earlier, at } = context;
  const from = person(mail.from);
  const to = person(mail.to);
  const raw = await writeComposedMail(
    { ...mail, to: [to], cc: [], bcc: [], inReplyTo: earlier.at(-1) ?? null },
    { from, at, messageId, references: earlier },
  );
  const put = (account: Account | undefined, labelIds: readonly string[]): unknown =>
    account?.deposit(raw, { labelIds, internalDate: at });
  put(google.accounts.get(from.address), ['SENT']);
  put(google.accounts.get(to.address), [
    mail.spam === true ? 'SPAM' : 'INBOX',
    ...(mail.unread === true ? ['UNREAD'] : []),
  ]);
}

function person(text: string): SyncContact {
  const [, name = null, address = text] = /^(.*?) <(.+)>$/.exec(text) ?? [];
  return { name, address };
}
