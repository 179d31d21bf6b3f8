/** Why mail of a page may not be followed at the moment; it leaves as usual. */
export const restingReasons = [
  /** The page's compose window has another shape than the one we know. */
  'compose-not-recognised',
  /** A mail left, and nothing we listen to told of it. */
  'send-not-seen',
  /** The page talks to its server in a form we do not know. */
  'sync-changed',
  /** The mailbox belongs to somebody who has delegated it. */
  'delegated',
  /** The page works offline and sends later, by itself. */
  'offline-account',
] as const;

/** One of them. */
export type RestingReason = (typeof restingReasons)[number];

/** Whether mail is followed in the host's pages. */
export type PanelHealth =
  | { readonly kind: 'ok' }
  /** `since`: when it was first noticed, epoch ms. */
  | { readonly kind: 'resting'; readonly since: number; readonly reason: RestingReason };
