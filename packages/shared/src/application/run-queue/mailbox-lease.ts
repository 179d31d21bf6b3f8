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

type Lease = {
  readonly id: DraftId;
  readonly device: string;
  readonly until: number;
  readonly savedAt: number;
};

/** The lease as a draft in the mailbox. Asked again before every mail, it calls the provider only when it must be renewed. */
export function createMailboxLease(parts: LeaseParts): CarrierLease {
  const { mailbox, device, clock } = parts;
  let mine: { readonly id: DraftId; readonly until: number } | null = null;

  async function hold(): Promise<Outcome<LeaseAnswer>> {
    if (mine !== null && mine.until - clock() > heldForMs / 3) return yes(mine.until);
    const before = await leases(mailbox);
    if (before.kind !== 'ok') return before;
    const other = before.value.find((one) => one.device !== device && isAlive(one, clock()));
    if (other !== undefined) {
      mine = null;
      return no(other);
    }
    const until = clock() + heldForMs;
    const written = await write(parts, until);
    if (written.kind !== 'ok') return written;
    const after = await leases(mailbox);
    if (after.kind !== 'ok') return after;
    const winner = firstOf(after.value, clock());
    if (winner !== undefined && winner.device !== device) {
      mine = null;
      const gone = await mailbox.drafts.remove(written.value);
      return gone.kind === 'ok' ? no(winner) : gone;
    }
    mine = { id: written.value, until };
    return clear(after.value.filter(({ id }) => id !== written.value));
  }

  /** Removes what is worth nothing any more: one's own earlier leases, and dead ones. */
  async function clear(old: readonly Lease[]): Promise<Outcome<LeaseAnswer>> {
    for (const { id } of old) {
      const gone = await mailbox.drafts.remove(id);
      if (gone.kind !== 'ok') return gone;
    }
    return yes(mine?.until ?? 0);
  }

  return {
    hold,
    async release() {
      if (mine === null) return { kind: 'ok', value: null };
      const { id } = mine;
      mine = null;
      return mailbox.drafts.remove(id);
    },
  };
}

async function leases({ drafts }: LeaseParts['mailbox']): Promise<Outcome<readonly Lease[]>> {
  const found = await drafts.beginning(leaseSubject);
  if (found.kind !== 'ok') return found;
  return {
    kind: 'ok',
    value: found.value.flatMap(({ id, subject, savedAt }) => {
      const [, device, until] = /\(([\w-]{1,40}) (\d{1,16})\)$/.exec(subject) ?? [];
      return device === undefined ? [] : [{ id, device, until: Number(until), savedAt }];
    }),
  };
}

function write(parts: LeaseParts, until: number): Promise<Outcome<DraftId>> {
  const { account, mailbox, device } = parts;
  const mailId: MailId = parts.newMailId();
  const subject = `${leaseSubject} (${device} ${until})`;
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

function isAlive({ until }: Lease, now: number): boolean {
  return now < until + patienceMs;
}

function yes(until: number): Outcome<LeaseAnswer> {
  return { kind: 'ok', value: { kind: 'mine', until } };
}

function no({ until }: Lease): Outcome<LeaseAnswer> {
  return { kind: 'ok', value: { kind: 'others', freeAt: until + patienceMs } };
}
