import type { EventId, MailboxAddress, MailId } from '../../ids.ts';
import type { MailEvent } from '../event.ts';
import { type Counts, createTally, type Tally } from './counts.ts';
import { mailFacts, type MailFacts } from './mail-facts.ts';

/** A group that mails are counted by. `template` without a version: all versions together; likewise a campaign's steps. */
export type Group =
  | { readonly by: 'all' }
  | { readonly by: 'rep'; readonly mailbox: MailboxAddress }
  | { readonly by: 'template'; readonly id: string; readonly version?: number }
  | { readonly by: 'campaign'; readonly id: string; readonly step?: number };

/** What became of mail, by group; kept up to date event by event. */
export type RollUp = {
  /** Takes an event in, in whatever order they come; the same id again changes nothing. */
  add(event: MailEvent): void;
  /** Takes events out that turned out to be none (a match by hand was taken back). */
  remove(ids: Iterable<EventId>): void;
  /** Zeros where the group has no mail. */
  counts(group: Group): Counts;
  /** All groups of one sort that have mail. */
  groups(by: Group['by']): readonly Group[];
  /** The mails of a group. */
  mails(group: Group): readonly MailFacts[];
  mail(id: MailId): MailFacts | null;
};

/**
 * A roll-up of nothing. Every mail is one cell: after a new event its facts are drawn anew from all its events, and what
 * it counted moves from its old groups to its new ones. So it is the same as a roll-up made from scratch, whatever the
 * order. Events that belong to no followed mail are not counted.
 */
export function createRollUp(): RollUp {
  const cells = new Map<MailId, Cell>();
  const known = new Map<EventId, MailId>();
  const tallies = new Map<string, { readonly group: Group; readonly tally: Tally }>();
  /** Mails with events that their facts do not know yet: drawn when somebody asks, so that many events cost one drawing. */
  const stale = new Set<MailId>();

  function countIn(facts: MailFacts, sign: 1 | -1): void {
    for (const group of groupsOf(facts)) {
      const key = keyOf(group);
      const entry = tallies.get(key) ?? { group, tally: createTally() };
      entry.tally.count(facts, sign);
      if (entry.tally.isEmpty()) tallies.delete(key);
      else tallies.set(key, entry);
    }
  }

  function upToDate(): void {
    for (const mailId of stale) {
      const cell = cells.get(mailId);
      if (cell === undefined) continue;
      if (cell.facts !== null) countIn(cell.facts, -1);
      cell.facts = mailFacts(mailId, cell.events);
      if (cell.facts === null) cells.delete(mailId);
      else countIn(cell.facts, 1);
    }
    stale.clear();
  }

  return {
    add(event) {
      const { id, mailId } = event;
      if (mailId === null || known.has(id)) return;
      known.set(id, mailId);
      stale.add(mailId);
      const cell = cells.get(mailId);
      if (cell === undefined) cells.set(mailId, { events: [event], facts: null });
      else cell.events.push(event);
    },
    remove(ids) {
      for (const id of ids) {
        const mailId = known.get(id);
        const cell = mailId === undefined ? undefined : cells.get(mailId);
        if (mailId === undefined || cell === undefined) continue;
        known.delete(id);
        stale.add(mailId);
        cell.events = cell.events.filter((event) => event.id !== id);
      }
    },
    counts(group) {
      upToDate();
      return (tallies.get(keyOf(group))?.tally ?? createTally()).read();
    },
    groups(by) {
      upToDate();
      return [...tallies.values()].map(({ group }) => group).filter((group) => group.by === by);
    },
    mails(group) {
      upToDate();
      const key = keyOf(group);
      return [...cells.values()].flatMap(({ facts }) =>
        facts !== null && groupsOf(facts).some((one) => keyOf(one) === key) ? [facts] : [],
      );
    },
    mail(id) {
      upToDate();
      return cells.get(id)?.facts ?? null;
    },
  };
}

/** One mail: its events, and the facts drawn from them that are counted now. */
type Cell = { events: MailEvent[]; facts: MailFacts | null };

/** Every group that a mail counts in. */
function groupsOf({ mailbox, template, campaign }: MailFacts): readonly Group[] {
  const groups: Group[] = [{ by: 'all' }, { by: 'rep', mailbox }];
  if (template !== null) {
    const { id, version } = template;
    groups.push({ by: 'template', id }, { by: 'template', id, version });
  }
  if (campaign !== null) {
    const { id, step } = campaign;
    groups.push({ by: 'campaign', id }, { by: 'campaign', id, step });
  }
  return groups;
}

function keyOf(group: Group): string {
  switch (group.by) {
    case 'all':
      return 'all';
    case 'rep':
      return `rep ${group.mailbox}`;
    case 'template':
      return JSON.stringify([group.by, group.id, group.version ?? null]);
    case 'campaign':
      return JSON.stringify([group.by, group.id, group.step ?? null]);
  }
}
