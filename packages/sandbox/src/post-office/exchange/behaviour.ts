import type { Authentication } from '../arrival/authentication.ts';
import type { ExchangeReason } from './exchange-notice.ts';
import type { ExchangeForm } from './notice-request.ts';

/** How a mail ends that a company's Exchange has taken. */
export type ExchangeRefusal =
  | Exclude<ExchangeReason, 'delayed'>
  | 'delayed-then-failed'
  | 'delayed-then-delivered';

type Times = {
  /** How long after the mail was taken the notice is written; days for a late bounce. */
  readonly afterMs?: number;
  /** For what is delayed: when the delay is told, and when it ends, counted from the sending. */
  readonly delayMs?: number;
  readonly endMs?: number;
  /** Whether Gmail can prove where the notice comes from. */
  readonly authentication?: Authentication;
};

/** What an address does whose company runs Exchange: the mail is taken at the edge, and Exchange itself writes back later. */
export type ExchangeBehaviour = Times &
  (
    | (ExchangeForm & { readonly kind: 'exchange-online'; readonly refusal: ExchangeRefusal })
    | (Omit<ExchangeForm, 'author'> & {
        readonly kind: 'exchange-server';
        readonly version: '2007+';
        readonly refusal: ExchangeRefusal;
        readonly author?: 'postmaster' | 'microsoft-exchange';
      })
    | {
        readonly kind: 'exchange-server';
        readonly version: '2003';
        readonly refusal: Exclude<ExchangeRefusal, 'unknown-user-behind'>;
        /** Only the name of the recipient stands in the notice, not the address. */
        readonly displayName?: string;
      }
  );

const HOUR_MS = 3_600_000;

/** Exchange's defaults: DelayNotificationTimeout and MessageExpirationTimeout of a server; Exchange Online gives up after a day. */
export const exchangePatience = {
  'exchange-online': { delayMs: 4 * HOUR_MS, endMs: 24 * HOUR_MS },
  'exchange-server': { delayMs: 4 * HOUR_MS, endMs: 48 * HOUR_MS },
} as const;
