import { isClearedBy } from '../../domain/analytics/address-standing.ts';
import type { MailEvent } from '../../domain/analytics/event.ts';
import type { EventId, MailboxAddress } from '../../domain/ids.ts';
import { newDecision, type DecisionParts } from '../decisions/new-decision.ts';
import type { Suppression } from '../panel/suppression.ts';
import type { EventLog } from '../ports/event-log.ts';
import { suppressionList } from './suppression-list.ts';

/** What suppressing works with. */
export type SuppressionParts = DecisionParts & { readonly events: EventLog };

/** Who is suppressed or on hold now; holds are those of this mailbox, null = of none. */
export async function readSuppressions(
  parts: Pick<SuppressionParts, 'decisions' | 'events'>,
  mailbox: MailboxAddress | null,
): Promise<readonly Suppression[]> {
  const decisions = await parts.decisions.all();
  const doubtful = mailbox === null ? [] : await standingDoubts(parts.events, mailbox);
  return suppressionList(decisions, doubtful);
}

/** A person puts an address on the list. */
export async function suppress(
  parts: SuppressionParts,
  address: string,
  why: string,
): Promise<void> {
  await parts.decisions.append({
    ...(await newDecision(parts, 'person', why)),
    kind: 'suppress',
    address: address.trim().toLowerCase(),
    because: 'by-hand',
  });
}

/** A person takes an address off the list; whatever evidence there is now is overruled until it is put back. */
export async function unsuppress(
  parts: SuppressionParts,
  mailbox: MailboxAddress | null,
  address: string,
  why: string,
): Promise<void> {
  const wanted = address.trim().toLowerCase();
  await parts.decisions.append({
    ...(await newDecision(parts, 'person', why)),
    kind: 'unsuppress',
    address: wanted,
    eventIds: await evidenceAbout(parts, mailbox, wanted),
  });
}

/** A person takes that back: the address is on the list or on hold again, for the reason it was. Does nothing where it was not taken off. */
export async function putBack(parts: DecisionParts, address: string): Promise<void> {
  const wanted = address.trim().toLowerCase();
  const about = (await parts.decisions.all()).filter(
    (one) => 'address' in one && one.address === wanted,
  );
  // One press may have been written twice: the worker is asked again where its answer was lost.
  const last = about.findLastIndex(({ kind }) => kind !== 'unsuppress');
  const decisionIds = about.slice(last + 1).map(({ id }) => id);
  if (decisionIds.length === 0) return;
  await parts.decisions.append({
    ...(await newDecision(parts, 'person')),
    kind: 'put-back',
    address: wanted,
    decisionIds,
  });
}

async function evidenceAbout(
  parts: SuppressionParts,
  mailbox: MailboxAddress | null,
  address: string,
): Promise<readonly EventId[]> {
  const named = (await parts.decisions.all()).map((decision) =>
    decision.kind === 'suppress' && decision.address === address ? decision.eventId : undefined,
  );
  const kinds = ['bounced', 'complained'] as const;
  const events = mailbox === null ? [] : await parts.events.ofPerson(mailbox, address, kinds);
  const ids = [...named, ...events.map((event) => event.id)].filter((id) => id !== undefined);
  return [...new Set(ids)];
}

async function standingDoubts(
  events: EventLog,
  mailbox: MailboxAddress,
): Promise<readonly MailEvent[]> {
  const doubtful = await events.doubtful(mailbox);
  const standing = await Promise.all(
    doubtful.map(async (event) => {
      const signs = await events.ofPerson(mailbox, event.person.address, [
        'replied',
        'auto-replied',
      ]);
      return signs.some((sign) => isClearedBy(event, sign)) ? null : event;
    }),
  );
  return standing.filter((event) => event !== null);
}
