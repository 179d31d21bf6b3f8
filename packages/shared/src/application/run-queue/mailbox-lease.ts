import type { DraftId, MailboxAddress, MailId } from '../../domain/ids.ts';
import { mailIdHeader } from '../../domain/message/mail-id-header.ts';
import { writeTextMail } from '../../domain/message/write-text-mail.ts';
import type { CarrierLease, LeaseAnswer } from '../ports/carrier-lease.ts';
import type { Clock } from '../ports/clock.ts';
import type { MailIdSource } from '../ports/id-source.ts';
import type { Mailbox } from '../ports/mailbox.ts';
import type { Outcome } from '../ports/outcome.ts';

/** What the lease works with. */
export type LeaseParts = {
  readonly account: MailboxAddress;
  readonly mailbox: Pick<Mailbox, 'drafts'>;
  /** This browser's or computer's own name: letters and digits. */
  readonly device: string;
  readonly newMailId: MailIdSource;
  readonly clock: Clock;
  /** Milliseconds that run on whatever is done to the clock (performance.now()); without it a jump is seen only by its size. */
  readonly ticks?: Clock;
};

/** What stands in the draft, for the person who finds it. */
const text =
  'Postrider keeps this draft while it sends your group mail: it tells your other computers to leave that to this one. It goes by itself. If you delete it, nothing is lost.';

/** How the subject of a lease begins; its carrier and its end follow. */
export const leaseSubject = 'Postrider sends your group mail';

/** A lease is taken for so long, and renewed when less than a third of it is left, ms. */
const heldForMs = 6 * 60_000;

/** A carrier whose lease ran out may only sleep: it is left so much longer, ms. */
const patienceMs = 10 * 60_000;

/** Where clock and ticks part by more than this, the clock was set or the computer slept, ms. */
const partedMs = 2000;

type Lease = {
  readonly id: DraftId;
  readonly device: string;
  /** Taken, and what another carried out before was not read yet. */
  readonly isNew: boolean;
  /** By the provider's clock, as all that is compared here: two computers' own clocks may differ. */
  readonly savedAt: number;
};

/** One's own lease, with what the provider's clock, one's own and the ticks showed when it was written. */
type Mine = Lease & {
  readonly wallAt: number;
  readonly tickAt: number;
  /** It says less than is known by now, and is written anew when it is asked for. */
  readonly isOld: boolean;
};

/** The lease as a draft in the mailbox. Asked again before every mail, it calls the provider only when it must be renewed. */
export function createMailboxLease(parts: LeaseParts): CarrierLease {
  const { mailbox, device, clock, ticks = clock } = parts;
  let mine: Mine | null = null;
  let isClean = false;

  function timeOf({ savedAt, tickAt }: Mine): number {
    // Ticks come in parts of a millisecond.
    return Math.floor(savedAt + ticks() - tickAt);
  }

  function isGood(lease: Mine): boolean {
    const parted = clock() - lease.wallAt - (ticks() - lease.tickAt);
    const now = timeOf(lease);
    return (
      !lease.isOld &&
      Math.abs(parted) <= partedMs &&
      now >= lease.savedAt &&
      now < lease.savedAt + (heldForMs * 2) / 3
    );
  }

  function yes(lease: Mine): Outcome<LeaseAnswer> {
    const until = lease.savedAt + heldForMs;
    const { isNew: taken } = lease;
    return { kind: 'ok', value: { kind: 'mine', until, taken, clock: () => timeOf(lease) } };
  }

  async function hold(): Promise<Outcome<LeaseAnswer>> {
    if (mine !== null && isGood(mine)) return yes(mine);
    const before = await leases(mailbox);
    if (before.kind !== 'ok') return before;
    // A lease of the future tells that one's own clock is behind: then only the provider's is asked.
    const known = before.value.filter(({ savedAt }) => savedAt <= clock() + heldForMs);
    const other = known.find((one) => one.device !== device && isAlive(one, clock()));
    if (other !== undefined) {
      mine = null;
      return no(freeAt(other));
    }
    const askedAt = clock();
    const settledId = mine?.isOld === true ? mine.id : null;
    const own = before.value.filter(
      (one) => one.device === device && (!one.isNew || one.id === settledId),
    );
    const supposedAt = mine === null ? askedAt : timeOf(mine);
    const isNew = !own.some((one) => isAlive(one, supposedAt));
    const written = await write(parts, askedAt + heldForMs, isNew);
    if (written.kind !== 'ok') return written;
    // Read after the answer: the provider's time is then taken for earlier than it is, never for later.
    const [wallAt, tickAt] = [clock(), ticks()];
    const after = await leases(mailbox);
    if (after.kind !== 'ok') return after;
    const id = written.value;
    const savedAt = after.value.find((one) => one.id === id)?.savedAt ?? wallAt;
    const winner = firstOf(after.value, savedAt);
    if (winner !== undefined && winner.device !== device) {
      mine = null;
      const gone = await mailbox.drafts.remove(id);
      return gone.kind === 'ok' ? no(clock() + freeAt(winner) - savedAt) : gone;
    }
    // What is worth nothing any more: one's own earlier leases, and dead ones.
    for (const old of after.value.filter((one) => one.id !== id)) {
      const gone = await mailbox.drafts.remove(old.id);
      if (gone.kind !== 'ok') return gone;
    }
    const isTaken = !own.some((one) => isAlive(one, savedAt));
    mine = { id, device, savedAt, wallAt, tickAt, isNew: isTaken, isOld: isNew && !isTaken };
    isClean = false;
    return yes(mine);
  }

  return {
    hold,
    settled() {
      if (mine?.isNew === true) mine = { ...mine, isNew: false, isOld: true };
    },
    async release() {
      if (isClean) return { kind: 'ok', value: null };
      mine = null;
      const found = await leases(mailbox);
      if (found.kind !== 'ok') return found;
      for (const { id } of found.value.filter((one) => one.device === device)) {
        const gone = await mailbox.drafts.remove(id);
        if (gone.kind !== 'ok') return gone;
      }
      isClean = true;
      return { kind: 'ok', value: null };
    },
  };
}

async function leases({ drafts }: LeaseParts['mailbox']): Promise<Outcome<readonly Lease[]>> {
  const found = await drafts.beginning(leaseSubject);
  if (found.kind !== 'ok') return found;
  return {
    kind: 'ok',
    value: found.value.flatMap(({ id, subject, savedAt }) => {
      const [, device, isNew] = /\(([\w-]{1,40}) \d{1,16}( new)?\)$/.exec(subject) ?? [];
      return device === undefined ? [] : [{ id, device, savedAt, isNew: isNew !== undefined }];
    }),
  };
}

function write(parts: LeaseParts, until: number, isNew: boolean): Promise<Outcome<DraftId>> {
  const { account, mailbox, device } = parts;
  const mailId: MailId = parts.newMailId();
  const subject = `${leaseSubject} (${device} ${until}${isNew ? ' new' : ''})`;
  const headers = { [mailIdHeader]: mailId };
  const raw = writeTextMail({ from: account, to: account, subject, text, headers });
  return mailbox.drafts.create({ mailId, raw });
}

/** Of carriers that asked at the same instant, the one whose draft was saved first; by name where even that is equal. */
function firstOf(all: readonly Lease[], now: number): Lease | undefined {
  return all
    .filter((one) => isAlive(one, now))
    .toSorted(
      (one, other) => one.savedAt - other.savedAt || (one.device < other.device ? -1 : 1),
    )[0];
}

function freeAt({ savedAt }: Lease): number {
  return savedAt + heldForMs + patienceMs;
}

function isAlive(lease: Lease, now: number): boolean {
  return now < freeAt(lease);
}

function no(at: number): Outcome<LeaseAnswer> {
  return { kind: 'ok', value: { kind: 'others', freeAt: at } };
}
