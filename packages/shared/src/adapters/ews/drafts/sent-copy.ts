import type { Outcome } from '../../../application/ports/outcome.ts';
import type { MailId } from '../../../domain/ids.ts';
import type { EwsCalls } from '../ews-calls.ts';
import type { EwsItem } from '../items/ews-item.ts';
import { search } from '../items/search.ts';
import type { WellKnownFolder } from '../requests/folder-ref.ts';
import { extended, field, mapi } from '../requests/properties.ts';
import { anyOf, isEqualTo } from '../requests/restriction.ts';
import { draftPaths } from './draft-state.ts';

/** What a mail is known by, wherever it lies and under whatever id. */
export type MailName = {
  readonly mailId: MailId | null;
  /** With its brackets. */
  readonly internetMessageId: string | null;
};

/** The names that an item bears. */
export function namesOf(item: EwsItem, mailId: MailId | null): MailName {
  return { mailId, internetMessageId: item.internetMessageId };
}

/**
 * Looks for a mail in well-known folders, by our header or its Message-ID; gives the newest in each, in the folders'
 * order. A mail without any name is nowhere.
 */
export async function findMail(
  calls: EwsCalls,
  { mailId, internetMessageId }: MailName,
  folders: readonly WellKnownFolder[],
): Promise<Outcome<readonly (EwsItem | null)[]>> {
  const names = [
    ...(mailId === null ? [] : [isEqualTo(extended(mapi.mailId), mailId)]),
    ...(internetMessageId === null || internetMessageId === ''
      ? []
      : [isEqualTo(field('message:InternetMessageId'), internetMessageId)]),
  ];
  if (names.length === 0) return { kind: 'ok', value: folders.map(() => null) };
  const found = await search(calls, {
    folders: folders.map((name) => ({ name })),
    restriction: anyOf(names),
    paths: draftPaths,
  });
  if (found.kind !== 'ok') return found;
  return { kind: 'ok', value: found.value.map(([newest]) => newest ?? null) };
}

/** The mail in Sent Items, or null. */
export async function findInSent(
  calls: EwsCalls,
  name: MailName,
): Promise<Outcome<EwsItem | null>> {
  const found = await findMail(calls, name, ['sentitems']);
  return found.kind === 'ok' ? { kind: 'ok', value: found.value[0] ?? null } : found;
}
