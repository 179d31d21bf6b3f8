import type { MailboxAddress } from '../domain/ids.ts';
import type { LimitsOf } from '../domain/sending/limits.ts';
import { isAllowed } from './connect-mailbox/allowed-domains.ts';
import {
  connectMailbox,
  disconnectMailbox,
  type ConnectParts,
} from './connect-mailbox/connect-mailbox.ts';
import { countUnmatched } from './notices/unmatched-list.ts';
import type { Connection, ConnectOutcome, PanelBackend, PanelStatus } from './panel.ts';
import { createDeliverability, type DeliverabilityParts } from './panel/deliverability.ts';
import type { Grant } from './ports/authorization.ts';
import type { FollowedMails } from './ports/followed-mails.ts';
import type { CallFailure } from './ports/outcome.ts';
import type { Policy } from './ports/policy.ts';
import { isStorageFull } from './ports/storage-full.ts';
import type { WatchStates } from './ports/watch-state.ts';
import { readAllowance } from './send-ledger/read-allowance.ts';
import type { LookOutcome } from './watch-mailbox/watch.ts';

/** The watch of whichever mailbox is connected now. */
export type CurrentWatch = {
  /** Null where none is connected. */
  look(): Promise<LookOutcome | null>;
  isLooking(): boolean;
};

/** What the panel's program needs beside connecting. */
export type PanelParts = ConnectParts &
  DeliverabilityParts & {
    readonly watch: CurrentWatch;
    readonly followed: FollowedMails;
    readonly states: WatchStates;
    /** The limits that the provider of this plugin sets. */
    readonly limitsOf: LimitsOf;
    readonly openMail: PanelBackend['openMail'];
    readonly openSettings: PanelBackend['openSettings'];
  };

/** The panel's program, and how the host tells that something may have changed. */
export type PanelProgram = {
  readonly backend: PanelBackend;
  changed(): void;
  /** Connects this account and no other; `replacing` is the connected one that the person has agreed to disconnect. */
  connectAs(account: MailboxAddress, replacing: MailboxAddress | null): Promise<ConnectOutcome>;
};

/** A mail that left the page and was not seen in Sent for this long is no news any more, ms. */
const leavingShownMs = 24 * 3_600_000;

/** Builds what the panel asks, out of the ports; it runs where the stores and the network are (the worker). */
export function createPanelProgram(parts: PanelParts): PanelProgram {
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };

  let isFull = false;

  async function look(): Promise<void> {
    const running = parts.watch.look();
    changed();
    try {
      await running;
      isFull = false;
    } catch (error) {
      if (!isStorageFull(error)) throw error;
      // Where nothing can be written, not even that can be: it is told from memory until a look succeeds.
      isFull = true;
    } finally {
      changed();
    }
  }

  async function watched(connecting: Promise<ConnectOutcome>): Promise<ConnectOutcome> {
    const outcome = await connecting;
    changed();
    // The first look fixes from where on the mailbox is watched: a reply in the next minute must not be missed.
    if (outcome.kind === 'connected') await look();
    return outcome;
  }

  const deliverability = createDeliverability(parts, changed);
  const backend: PanelBackend = {
    ...deliverability,
    status: async () => ({
      ...(await readStatus(parts)),
      ...(isFull ? { storage: 'full' as const } : {}),
    }),
    async feed(query) {
      const grant = await parts.grants.read();
      return grant === null ? [] : parts.events.feed({ ...query, mailbox: grant.account });
    },
    connect: () => watched(connectMailbox(parts)),
    async disconnect() {
      await disconnectMailbox(parts);
      changed();
    },
    lookNow: look,
    openMail: (event) => parts.openMail(event),
    openSettings: () => parts.openSettings(),
    async recount() {
      // A look that is under way would write its own count over the empty one.
      if (parts.watch.isLooking()) await look();
      await deliverability.recount();
      await look();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    backend,
    changed,
    connectAs: (account, replacing) =>
      watched(connectMailbox({ ...parts, only: account }, replacing)),
  };
}

async function readStatus(parts: PanelParts): Promise<PanelStatus> {
  const grant = await parts.grants.read();
  const policy = await parts.policy.read();
  const { allowedDomains = [] } = policy;
  if (grant === null) {
    const configured = await parts.authorization.configured();
    return {
      connection: { kind: configured ? 'not-connected' : 'not-configured' },
      allowedDomains,
      lookedAt: null,
      looking: false,
      problem: null,
      leaving: [],
      budget: null,
      sendingGate: null,
      unmatched: 0,
    };
  }
  const state = await parts.states.read(grant.account);
  const leaving = await parts.followed.leaving(grant.account);
  const now = parts.clock();
  const since = now - leavingShownMs;
  const gate = await parts.ledgers.gate(grant.account);
  const connection = connectionOf(grant, state.problem, policy);
  // A mailbox that is not read is not counted either: what was left once would be told as if it were now.
  const allowance =
    connection.kind === 'not-allowed'
      ? null
      : await readAllowance(parts, grant.account, policy, now, state.lookedAt);
  return {
    connection,
    allowedDomains,
    lookedAt: state.lookedAt,
    looking: parts.watch.isLooking(),
    problem: state.problem,
    ...(state.unreadable.length === 0 ? {} : { unreadable: state.unreadable.length }),
    leaving: leaving.filter((mail) => mail.follow && mail.changedAt >= since),
    budget: allowance?.kind === 'limited' ? allowance.budget : null,
    ...(allowance?.kind === 'unlimited' ? { unlimited: allowance } : {}),
    sendingGate: gate !== null && gate.until > now ? gate : null,
    unmatched: await countUnmatched(parts, grant.account),
  };
}

/** Whether the grant still opens the mailbox; a grant that lost its scope must be given anew, too. */
function connectionOf(grant: Grant, problem: CallFailure | null, policy: Policy): Connection {
  if (!isAllowed(policy, grant.account)) return { kind: 'not-allowed', account: grant.account };
  const lost = grant.renewal === null || problem?.kind === 'reconnect-needed';
  return { kind: lost ? 'reconnect-needed' : 'connected', account: grant.account };
}
