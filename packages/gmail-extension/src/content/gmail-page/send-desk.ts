import type { Deliver } from './deliver.ts';
import type { PageHealth, Witness } from './health/page-health.ts';

/** What a mail is when it leaves. */
export type Departure = {
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly threadId: string | null;
};

/** What Gmail named. `messageId` is known to the traffic only. */
export type SentNames = {
  readonly mailboxMessageId: string;
  readonly threadId: string;
  readonly messageId: string | null;
};

/** Takes what each witness says of a mail and tells the worker once. */
export type SendDesk = {
  /** The draft stands in a window: for the first time, or again after it was taken back. */
  opened(draftKey: string): void;
  /** `follow` is null where nobody knows the rep's switch: the draft's own state holds. */
  leaving(by: Witness, draftKey: string, follow: boolean | null, mail: Departure): void;
  sent(by: Witness, draftKey: string, names: SentNames): void;
  /** Gmail keeps it and sends it later, by itself. */
  scheduled(draftKey: string, follow: boolean | null, mail: Departure, names: SentNames): void;
  notSent(draftKey: string): void;
  /** A draft that was told to have left is saved again: it was taken back. Counts for those that only the traffic saw. */
  savedAgain(draftKey: string): void;
  /** Whether anybody has told of a departure since (epoch ms). */
  heardSince(instant: number): boolean;
};

type Flight = {
  readonly startedAt: number;
  readonly saidBy: Set<Witness>;
  named: SentNames | null;
};

/** Two witnesses of one send speak within seconds of each other; later it is another send. */
const sameFlightMs = 60_000;

/** One desk for the whole page: it outlives the compose windows. */
export function createSendDesk(parts: {
  /** The address whose mailbox this is, or null while nobody knows. */
  readonly account: () => string | null;
  readonly deliver: Deliver;
  readonly health: PageHealth;
  readonly now: () => number;
}): SendDesk {
  const { deliver, health, now } = parts;
  const flights = new Map<string, Flight>();
  let lastHeardAt = Number.NEGATIVE_INFINITY;

  /** Whether this is the second witness's word of a send that was told already. */
  function alreadyTold(by: Witness, draftKey: string): boolean {
    const flight = flights.get(draftKey);
    const same =
      flight !== undefined && !flight.saidBy.has(by) && now() - flight.startedAt < sameFlightMs;
    if (same) flight.saidBy.add(by);
    else flights.set(draftKey, { startedAt: now(), saidBy: new Set([by]), named: null });
    return same;
  }

  const withAccount = (tell: (account: string) => void) => {
    const account = parts.account();
    if (account === null) health.missed();
    else tell(account);
  };

  return {
    opened(draftKey) {
      flights.delete(draftKey);
      withAccount((account) => deliver('compose-opened', { account, draftKey }));
    },
    heardSince: (instant) => lastHeardAt >= instant,
    leaving(by, draftKey, follow, mail) {
      lastHeardAt = now();
      if (alreadyTold(by, draftKey)) return;
      withAccount((account) => {
        deliver('compose-leaving', { account, draftKey, follow, ...mail });
        health.followed(by);
      });
    },
    sent(by, draftKey, names) {
      const flight = flights.get(draftKey);
      const before = flight?.named;
      if (before && before.mailboxMessageId !== names.mailboxMessageId) health.disagreed();
      if (before && (before.messageId !== null || names.messageId === null)) return;
      if (flight) flight.named = names;
      withAccount((account) => {
        deliver('compose-sent', { account, draftKey, ...names });
        if (!flight) health.followed(by);
      });
    },
    scheduled(draftKey, follow, mail, names) {
      flights.delete(draftKey);
      withAccount((account) => {
        deliver('compose-scheduled', { account, draftKey, follow, ...mail, ...names });
        health.followed('traffic');
      });
    },
    notSent(draftKey) {
      flights.delete(draftKey);
      withAccount((account) => deliver('compose-not-sent', { account, draftKey }));
    },
    savedAgain(draftKey) {
      const flight = flights.get(draftKey);
      if (!flight || flight.saidBy.has('inboxsdk') || flight.saidBy.has('window')) return;
      flights.delete(draftKey);
      withAccount((account) => deliver('compose-not-sent', { account, draftKey }));
    },
  };
}
