import type { Account, StoredMessage } from '../accounts.ts';
import { mailboxesOf } from '../mail/addresses.ts';
import { withHeader } from '../mail/edit-headers.ts';
import { rawHeader, withCrlf } from '../mail/headers.ts';
import { dateField } from '../mail/write-message.ts';
import type { Ids } from './ids.ts';
import type { GoogleTables } from './tables.ts';

/** Told of every message that leaves an account, in the form in which it stands in Sent. */
export type DepartureListener = (sender: Account, message: StoredMessage) => void | Promise<void>;

const quoted = (name: string): string => (name ? `"${name.replaceAll('"', '')}" ` : '');

/**
 * What Gmail makes of a message before it leaves: a Message-ID of its own whatever the writer put
 * there, a Date, and a From that is the account or one of its verified aliases.
 */
export const prepareForWire = (
  given: Buffer,
  account: Account,
  tools: { tables: GoogleTables; ids: Ids; clock: () => number },
): Buffer => {
  const { tables, ids, clock } = tools;
  const raw = withHeader(withCrlf(given), 'Message-ID', ids.messageId());
  const dated = rawHeader(raw, 'Date') ? raw : withHeader(raw, 'Date', dateField(clock()));

  const from = mailboxesOf(raw, ['from'])[0];
  const allowed = [
    account.address,
    ...tables.sendAs.findBy('user_email', account.address).map((alias) => alias.send_as_email),
  ].map((address) => address.toLowerCase());
  if (from && allowed.includes(from.address.toLowerCase())) return dated;

  const own = withHeader(
    dated,
    'From',
    `${quoted(from?.name ?? account.name)}<${account.address}>`,
  );
  return from ? withHeader(own, 'X-Google-Original-From', rawHeader(raw, 'From') ?? '') : own;
};
