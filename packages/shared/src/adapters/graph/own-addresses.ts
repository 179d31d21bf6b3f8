import type { Clock, Wait } from '../../application/ports/clock.ts';
import type { CallFailure, Outcome } from '../../application/ports/outcome.ts';
import type { TokenSource } from '../../application/ports/token-source.ts';
import { mailboxAddress, type MailboxAddress } from '../../domain/ids.ts';
import { createHttpClient } from '../http/http-client.ts';
import { folderSchema, userSchema } from './answers.ts';
import { createCallSchedule } from './call-schedule.ts';
import { createGraphCalls, missingIsRefused, type GraphCalls } from './graph-calls.ts';
import { withQuery } from './odata.ts';

/** The addresses of a mailbox, lower case: the one it sends from, and all that it receives under. Never what the person signs in with. */
export type OwnAddresses = {
  readonly primary: MailboxAddress;
  readonly all: readonly MailboxAddress[];
};

/** What tells a mailbox's own mail from others': its addresses, and the folders by their ids. */
export type Place = {
  readonly addresses: OwnAddresses;
  readonly sentFolder: string;
  readonly deletedFolder: string;
};

/** Whose mailbox a token opens (GET /me, User.Read). */
export async function readOwnAddresses(parts: {
  readonly fetch: typeof globalThis.fetch;
  readonly tokens: TokenSource;
  readonly clock: Clock;
  readonly wait: Wait;
}): Promise<Outcome<OwnAddresses>> {
  const { fetch, tokens, clock, wait } = parts;
  const http = createHttpClient(fetch);
  const schedule = createCallSchedule(clock);
  return ownAddresses(createGraphCalls({ http, tokens, clock, wait, schedule, kind: 'reads' }));
}

/** The same with calls that are there. */
export async function ownAddresses(calls: GraphCalls): Promise<Outcome<OwnAddresses>> {
  const path = withQuery('/me', { select: 'mail,proxyAddresses' });
  const user = missingIsRefused(await calls.get(path, userSchema), noMailbox.reason);
  if (user.kind !== 'ok') return user;
  const smtp = user.value.proxyAddresses.filter((entry) => /^smtp:/i.test(entry));
  // "SMTP:" in capitals marks the primary one (Microsoft Learn, "How the proxyAddresses attribute is populated").
  const primary = smtp.find((entry) => entry.startsWith('SMTP:'))?.slice(5) ?? user.value.mail;
  if (primary === null) return noMailbox;
  const all = [primary, user.value.mail, ...smtp.map((entry) => entry.slice(5))];
  const known = all.filter((one) => one !== null).map(mailboxAddress);
  return { kind: 'ok', value: { primary: mailboxAddress(primary), all: [...new Set(known)] } };
}

const noMailbox = {
  kind: 'refused',
  reason: 'This Microsoft account has no mailbox.',
  recipients: [],
} satisfies CallFailure;

/** Reads it once and keeps it; what failed is asked again with the next call. Three requests. */
export function createPlaceReader(calls: GraphCalls): () => Promise<Outcome<Place>> {
  let known: Promise<Outcome<Place>> | null = null;
  return async () => {
    known ??= readPlace(calls);
    const place = await known;
    if (place.kind !== 'ok') known = null;
    return place;
  };
}

async function readPlace(calls: GraphCalls): Promise<Outcome<Place>> {
  const addresses = await ownAddresses(calls);
  if (addresses.kind !== 'ok') return addresses;
  const sent = await folderId(calls, 'sentitems');
  if (sent.kind !== 'ok') return sent;
  const deleted = await folderId(calls, 'deleteditems');
  if (deleted.kind !== 'ok') return deleted;
  return {
    kind: 'ok',
    value: {
      addresses: addresses.value,
      sentFolder: sent.value.id,
      deletedFolder: deleted.value.id,
    },
  };
}

async function folderId(calls: GraphCalls, name: string) {
  const path = withQuery(`/me/mailFolders/${name}`, { select: 'id' });
  return missingIsRefused(await calls.get(path, folderSchema), 'This mailbox has no such folder.');
}
