import type { MailboxMessage } from '../../../application/ports/mailbox.ts';
import type { Outcome } from '../../../application/ports/outcome.ts';
import { headerValue } from '../../../domain/message/headers.ts';
import type { EwsCalls } from '../ews-calls.ts';
import type { MailFolders } from '../folders.ts';
import { field } from '../requests/properties.ts';
import { isEqualTo } from '../requests/restriction.ts';
import { readMessage } from './read-messages.ts';
import { search } from './search.ts';

/** Sent mails whose Message-ID is remembered; the oldest goes first. */
const most = 500;

/**
 * Finds mail of the rep's again that was moved out of Sent Items, which gave it another id: it left all the same. Kept
 * in memory alone, for the seconds between seeing a mail in Sent Items and counting it as sent.
 */
export type MovedMail = {
  note(messages: readonly MailboxMessage[]): void;
  /** The mail that had this id, under its new one; null where it is nowhere or was never noted. */
  find(id: string, folders: MailFolders): Promise<Outcome<MailboxMessage | null>>;
};

/** Remembers nothing at first. */
export function createMovedMail(calls: EwsCalls): MovedMail {
  const names = new Map<string, string>();
  return {
    note(messages) {
      for (const { id, sent, headers } of messages) {
        const name = headerValue(headers, 'Message-ID');
        if (!sent || name === null) continue;
        names.set(id, name);
        const [oldest] = names.keys();
        if (names.size > most && oldest !== undefined) names.delete(oldest);
      }
    },
    async find(id, folders) {
      const name = names.get(id);
      if (name === undefined) return { kind: 'ok', value: null };
      const found = await search(calls, {
        folders: folders.watched,
        restriction: isEqualTo(field('message:InternetMessageId'), name),
        paths: [],
      });
      if (found.kind !== 'ok') return found;
      for (const item of found.value.flat()) {
        const message = await readMessage(calls, item.id, folders.sent);
        if (message.kind !== 'ok' || message.value?.sent === true) return message;
      }
      return { kind: 'ok', value: null };
    },
  };
}
