import { randomBytes } from 'node:crypto';

import type { Account } from '../../accounts.ts';
import type { Google } from '../../google/google.ts';
import { mergeMails } from '../mail/merge-mails.ts';
import { asItLeaves } from '../mail/protected-mail.ts';
import { readMessage } from '../mail/read-message.ts';
import { writeComposedMail } from '../mail/write-composed-mail.ts';
import type { SyncContact, SyncMessage } from './sync-message.ts';

type Sending = SyncMessage & { readonly from: SyncContact };

type Done = { readonly id: string; readonly threadId: string; readonly messageId: string };

/** Saves, sends or schedules a message; gives what it became. Of a mail merge: the first recipient's. */
export async function carryOut(
  account: Account,
  message: Sending,
  context: {
    readonly threadId: string | undefined;
    readonly google: Pick<Google, 'web' | 'switches'>;
    readonly now: () => number;
  },
): Promise<Done> {
  const { threadId, google, now } = context;
  const { web, switches } = google;
  const { key, purpose, protection, sendAt } = message;
  const references = await referencesOf(account, message);
  const write = (mail: SyncMessage): Promise<Buffer> =>
    writeComposedMail(mail, {
      from: message.from,
      at: now(),
      messageId: newMessageId(),
      references,
    });
  const options = threadId === undefined ? {} : { threadId };

  if (purpose === 'save') return web.saveDraft(account, key, await write(message), options);
  const mails = message.merges ? mergeMails(message) : [message];
  if (purpose === 'send' && mails.length > 1 && switches.mailMergeInSent === 'one each') {
    const [first = Buffer.alloc(0), ...others] = await Promise.all(mails.map(write));
    const sent = web.send(account, key, first, options);
    for (const [number, raw] of others.entries()) web.send(account, `${key}#${number}`, raw);
    return sent;
  }
  const leaves = (inSent: Buffer): Promise<readonly Buffer[]> =>
    mails.length > 1
      ? Promise.all(mails.map(write))
      : asItLeaves(inSent, protection).then((raw) => [raw ?? inSent]);
  const raw = await write(mails.length > 1 ? message : (mails[0] ?? message));
  return purpose === 'schedule' && sendAt !== null
    ? web.schedule(account, key, raw, { ...options, leaves, at: sendAt })
    : web.send(account, key, raw, { ...options, leaves });
}

// A first one only: Google keeps that of the draft, and gives the sent mail its own.
function newMessageId(): string {
  return `<CA${randomBytes(37).toString('base64url')}@mail.gmail.com>`;
}

async function referencesOf(
  account: Account,
  { inReplyTo }: SyncMessage,
): Promise<readonly string[]> {
  if (inReplyTo === null) return [];
  const answered = account.messages().find(({ messageId }) => messageId === inReplyTo);
  const earlier = answered === undefined ? [] : (await readMessage(answered)).references;
  return [...earlier, inReplyTo];
}
