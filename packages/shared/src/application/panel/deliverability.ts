import { addressStanding } from '../../domain/analytics/address-standing.ts';
import type { MailboxAddress } from '../../domain/ids.ts';
import {
  dismissNotice,
  matchNotice,
  unmatchNotice,
  type MatchParts,
} from '../notices/match-notice.ts';
import { readUnmatched } from '../notices/unmatched-list.ts';
import type { PanelBackend } from '../panel.ts';
import type { GrantStore } from '../ports/authorization.ts';
import type { PolicySource } from '../ports/policy.ts';
import { recount } from '../send-ledger/count-sent.ts';
import { readGuardFor, readSendGuard } from '../suppression/send-guard.ts';
import { putBack, readSuppressions, suppress, unsuppress } from '../suppression/suppressions.ts';

/** What this part of the panel's program works with. */
export type DeliverabilityParts = Omit<MatchParts, 'account'> & {
  readonly grants: Pick<GrantStore, 'read'>;
  readonly policy: PolicySource;
};

/** The part of the panel's backend that is about who can be written to. */
export type Deliverability = Pick<
  PanelBackend,
  | 'suppressions'
  | 'suppress'
  | 'unsuppress'
  | 'putBack'
  | 'unmatched'
  | 'matchNotice'
  | 'unmatchNotice'
  | 'dismissNotice'
  | 'sendGuard'
  | 'guardFor'
  | 'standing'
  | 'recount'
>;

/** Builds it; `changed` is called after everything that changes what panel or compose windows show. */
export function createDeliverability(
  parts: DeliverabilityParts,
  changed: () => void,
): Deliverability {
  const account = async () => (await parts.grants.read())?.account ?? null;
  const changing = async <Result>(work: Promise<Result>): Promise<Result> => {
    const result = await work;
    changed();
    return result;
  };
  /** Without a connected mailbox there is nothing that a notice could be matched to. */
  const inMailbox = async <Result>(
    work: (mailbox: MailboxAddress) => Promise<Result>,
    otherwise: Result,
  ): Promise<Result> => {
    const mailbox = await account();
    return mailbox === null ? otherwise : work(mailbox);
  };
  return {
    suppressions: async () => readSuppressions(parts, await account()),
    suppress: (address, why) => changing(suppress(parts, address, why)),
    unsuppress: async (address, why = '') =>
      changing(unsuppress(parts, await account(), address, why)),
    putBack: (address) => changing(putBack(parts, address)),
    unmatched: () => inMailbox((mailbox) => readUnmatched(parts, mailbox, parts.clock()), []),
    matchNotice: (noticeId, sentEventId) =>
      changing(
        inMailbox((mailbox) => matchNotice({ ...parts, account: mailbox }, noticeId, sentEventId), {
          kind: 'gone',
        }),
      ),
    unmatchNotice: (noticeId) =>
      changing(
        inMailbox((mailbox) => unmatchNotice({ ...parts, account: mailbox }, noticeId), undefined),
      ),
    dismissNotice: (noticeId) =>
      changing(
        inMailbox((mailbox) => dismissNotice({ ...parts, account: mailbox }, noticeId), undefined),
      ),
    sendGuard: async () => readSendGuard(parts, await account()),
    guardFor: async (recipients) => readGuardFor(parts, await account(), recipients),
    standing: (address) =>
      inMailbox((mailbox) => standingIn(parts, mailbox, address.trim().toLowerCase()), {
        kind: 'fine',
      }),
    recount: () =>
      changing(inMailbox((mailbox) => recount({ ...parts, account: mailbox }), undefined)),
  };
}

async function standingIn(
  { events, clock }: DeliverabilityParts,
  mailbox: MailboxAddress,
  address: string,
) {
  const kinds = ['bounced', 'delayed', 'replied', 'auto-replied'] as const;
  const [about, sent] = await Promise.all([
    events.ofPerson(mailbox, address, kinds),
    events.sentTo(mailbox, address),
  ]);
  return addressStanding([...about, ...sent], clock());
}
