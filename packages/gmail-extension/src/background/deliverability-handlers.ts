import type { PanelHandlers } from '../bus/serve.ts';
import type { Core } from './core.ts';

/** The messages of our own pages that are about who can be written to. */
type Kinds =
  | 'suppressions'
  | 'suppress'
  | 'unsuppress'
  | 'put-back'
  | 'unmatched'
  | 'match-notice'
  | 'unmatch-notice'
  | 'dismiss-notice'
  | 'send-guard'
  | 'guard-for'
  | 'standing'
  | 'recount';

/** Answers the panel's lists of suppressed addresses and of notices that wait to be matched. */
export function deliverabilityHandlers(core: () => Promise<Core>): Pick<PanelHandlers, Kinds> {
  const panel = async () => (await core()).panel;
  return {
    suppressions: async () => (await panel()).suppressions(),
    async suppress({ address, why }) {
      await (await panel()).suppress(address, why);
      return null;
    },
    async unsuppress({ address, why }) {
      await (await panel()).unsuppress(address, why);
      return null;
    },
    async 'put-back'({ address }) {
      await (await panel()).putBack(address);
      return null;
    },
    unmatched: async () => (await panel()).unmatched(),
    'match-notice': async ({ noticeId, sentEventId }) =>
      (await panel()).matchNotice(noticeId, sentEventId),
    async 'unmatch-notice'({ noticeId }) {
      await (await panel()).unmatchNotice(noticeId);
      return null;
    },
    async 'dismiss-notice'({ noticeId }) {
      await (await panel()).dismissNotice(noticeId);
      return null;
    },
    'send-guard': async () => (await panel()).sendGuard(),
    'guard-for': async ({ recipients }) => (await panel()).guardFor(recipients),
    standing: async ({ address }) => (await panel()).standing(address),
    async recount() {
      await (await panel()).recount();
      return null;
    },
  };
}
