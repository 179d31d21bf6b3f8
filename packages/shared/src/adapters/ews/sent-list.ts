import type { Clock } from '../../application/ports/clock.ts';
import type { Mailbox, SentEntry } from '../../application/ports/mailbox.ts';
import type { CallFailure, Outcome } from '../../application/ports/outcome.ts';
import { asCallFailure, type EwsCalls } from './ews-calls.ts';
import { extendedTime, itemsIn, onlyItemIn, type EwsItem } from './items/ews-item.ts';
import { recipientCount } from './items/item-headers.ts';
import { stableId } from './items/stable-id.ts';
import { findItemRequest } from './requests/find-requests.ts';
import { getItemRequest } from './requests/item-requests.ts';
import { extended, field, mapi } from './requests/properties.ts';
import { anyOf, isSince } from './requests/restriction.ts';
import { attributeOf, childOf, type XmlElement } from './xml/element.ts';

/** Mails on one page: the request for their recipients answers with 2 kB each. */
const pageSize = 100;

const paths = [
  field('item:DateTimeReceived'),
  field('item:DateTimeSent'),
  field('item:IsDraft'),
  field('item:IsFromMe'),
  field('message:InternetMessageId'),
  extended(mapi.deferredSendTime),
];

const recipientPaths = [
  field('message:ToRecipients'),
  field('message:CcRecipients'),
  field('message:BccRecipients'),
];

const malformed: CallFailure = { kind: 'unknown', cause: 'malformed-answer' };
const noList = 'Exchange did not list Sent Items.';

/**
 * Lists what left, with its recipients: a page is two requests. What was thrown away afterwards has left all the same, so
 * Deleted Items count as far as the rep wrote what lies there.
 */
export function createSentList(calls: EwsCalls, clock: Clock): Mailbox['sentSince'] {
  return async (since, page) => {
    const offset = Number(page ?? '0');
    const answer = await calls.all(
      findItemRequest({
        paths,
        folders: [{ name: 'sentitems' }, { name: 'deleteditems' }],
        // What was held back may bear the date of its handing-over.
        restriction: anyOf([
          isSince(field('item:DateTimeReceived'), since),
          isSince(extended(mapi.deferredSendTime), since),
        ]),
        order: 'Descending',
        page: { offset, size: pageSize },
      }),
    );
    if (answer.kind !== 'ok') return asCallFailure(answer, noList);
    const items: EwsItem[] = [];
    let isLast = true;
    for (const [place, part] of answer.parts.entries()) {
      if (part.kind !== 'ok') return asCallFailure(part, noList);
      const root = childOf(part.part, 'RootFolder');
      const listed = root === undefined ? [] : itemsIn(root);
      // The first folder is Sent Items.
      items.push(...listed.filter((item) => !item.isDraft && (place === 0 || item.isFromMe)));
      isLast &&= isLastPage(root) || listed.length === 0;
    }
    const counts = await countRecipients(calls, items);
    if (counts.kind !== 'ok') return counts;
    // Mail to oneself that was thrown away has the name of its copy in Sent Items: it left once.
    const named = new Map(items.toReversed().map((item) => [stableId(item, true), item] as const));
    const entries = [...named.values()]
      .map((item) => entryOf(item, counts.value.get(item.id) ?? null, clock()))
      .toSorted((one, other) => (other.at ?? 0) - (one.at ?? 0));
    return { kind: 'ok', value: { entries, next: isLast ? null : String(offset + pageSize) } };
  };
}

function entryOf(item: EwsItem, recipients: number | null, now: number): SentEntry {
  const times = [item.receivedAt, item.sentAt, extendedTime(item, mapi.deferredSendTime)];
  const at = Math.max(...times.filter((time) => time !== null && time <= now).map(Number));
  return {
    id: stableId(item, true),
    at: Number.isFinite(at) ? at : null,
    recipients,
  };
}

/** FindItem names people by their display names, cut off at 255 letters; only GetItem tells how many there are. */
async function countRecipients(
  calls: EwsCalls,
  items: readonly EwsItem[],
): Promise<Outcome<ReadonlyMap<string, number>>> {
  const counts = new Map<string, number>();
  if (items.length === 0) return { kind: 'ok', value: counts };
  const ids = items.map(({ id }) => id);
  const answer = await calls.all(getItemRequest(ids, recipientPaths));
  // Mails to very many are counted one by one where somebody needs to know.
  if (answer.kind === 'too-large') return { kind: 'ok', value: counts };
  if (answer.kind !== 'ok') return asCallFailure(answer, noList);
  if (answer.parts.length !== ids.length) return malformed;
  for (const part of answer.parts) {
    if (part.kind === 'rate-limited' || part.kind === 'reconnect-needed') return part;
    const item = part.kind === 'ok' ? onlyItemIn(part.part) : null;
    if (item !== null) counts.set(item.id, recipientCount(item));
  }
  return { kind: 'ok', value: counts };
}

function isLastPage(root: XmlElement | undefined): boolean {
  return attributeOf(root, 'IncludesLastItemInRange') !== 'false';
}
