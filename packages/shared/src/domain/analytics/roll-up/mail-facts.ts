import type { BounceCategory } from '../../bounce/category.ts';
import type { EventId, MailboxAddress, MailId } from '../../ids.ts';
import type { MailEvent, NotSentReason } from '../event.ts';

/** What became of one mail at one of its recipients, drawn from all events about them. */
export type RecipientFacts = {
  /** Lower case. */
  readonly address: string;
  /** When it left for them, epoch ms; null where it did not, or nobody has seen it in Sent. */
  readonly sentAt: number | null;
  readonly notSent: NotSentReason | null;
  readonly bounced: { readonly category: BounceCategory; readonly hard: boolean } | null;
  /** A server keeps trying, and nothing newer is known. */
  readonly delayed: boolean;
  readonly replies: number;
  readonly autoReplies: number;
  readonly complaints: number;
};

/** What became of one mail. */
export type MailFacts = {
  readonly mailId: MailId;
  readonly mailbox: MailboxAddress;
  readonly template: { readonly id: string; readonly version: number } | null;
  readonly campaign: { readonly id: string; readonly step: number } | null;
  readonly recipients: readonly RecipientFacts[];
};

/**
 * Draws the facts of one mail from its events: in any order, each once. What a later event supersedes does not count,
 * whichever of the two was seen first. Null where nothing about the mail is left.
 */
export function mailFacts(mailId: MailId, events: readonly MailEvent[]): MailFacts | null {
  // What left says best which text and campaign it was; a notice that came first may not know.
  const witness = events.toSorted(sentFirst)[0];
  if (witness === undefined) return null;
  const sentTo = new Map<EventId, readonly string[]>();
  const superseded = new Set<EventId>();
  const addresses = new Set<string>();
  for (const event of events) {
    if (event.supersedes !== undefined) superseded.add(event.supersedes);
    if (event.kind === 'sent') sentTo.set(event.id, recipientsOf(event));
  }
  const about = new Map<string, MailEvent[]>();
  for (const event of events.toSorted(byTimeThenId)) {
    for (const address of concerned(event, sentTo)) {
      addresses.add(address);
      if (superseded.has(event.id)) continue;
      const others = about.get(address);
      if (others === undefined) about.set(address, [event]);
      else others.push(event);
    }
  }
  return {
    mailId,
    mailbox: witness.mailbox,
    template: witness.template ?? null,
    campaign:
      witness.campaignId === undefined
        ? null
        : { id: witness.campaignId, step: witness.campaignStep ?? 1 },
    recipients: [...addresses]
      .toSorted()
      .map((address) => recipientFacts(address, about.get(address) ?? [])),
  };
}

/** From the events about one recipient that hold, oldest first. */
function recipientFacts(address: string, events: readonly MailEvent[]): RecipientFacts {
  const count = (kind: MailEvent['kind']) => events.filter((event) => event.kind === kind).length;
  // A mail that was held back and went again later has left.
  const departure = events.findLast(({ kind }) => kind === 'sent' || kind === 'not-sent');
  const bounce = events.findLast((event) => event.kind === 'bounced')?.bounce;
  return {
    address,
    sentAt: departure?.kind === 'sent' ? departure.occurredAt : null,
    notSent: departure?.kind === 'not-sent' ? departure.reason : null,
    bounced: bounce === undefined ? null : { category: bounce.category, hard: bounce.hard },
    delayed: bounce === undefined && count('delayed') > 0,
    replies: count('replied'),
    autoReplies: count('auto-replied'),
    complaints: count('complained'),
  };
}

/** Whom an event is about. A mail that did not leave did so for all to whom it was thought to have left. */
function concerned(
  event: MailEvent,
  sentTo: ReadonlyMap<EventId, readonly string[]>,
): readonly string[] {
  if (event.kind === 'sent') return recipientsOf(event);
  const all = event.kind === 'not-sent' && event.supersedes !== undefined;
  return (all && sentTo.get(event.supersedes)) || [event.person.address];
}

function recipientsOf(event: Extract<MailEvent, { readonly kind: 'sent' }>): readonly string[] {
  return [...new Set(event.recipients.map(({ address }) => address))];
}

function byTimeThenId(one: MailEvent, other: MailEvent): number {
  return one.occurredAt - other.occurredAt || (one.id < other.id ? -1 : 1);
}

function sentFirst(one: MailEvent, other: MailEvent): number {
  return Number(other.kind === 'sent') - Number(one.kind === 'sent') || byTimeThenId(one, other);
}
