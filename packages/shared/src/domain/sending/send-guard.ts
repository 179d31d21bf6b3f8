/** Why mail to an address is not sent, or only with a word of warning. */
export type SendObstacle =
  /** On the suppression list. `because`: what put it there; `why`: words to show, may be empty. */
  | {
      readonly kind: 'suppressed';
      readonly because: SuppressionCause;
      readonly by: 'person' | 'admin' | 'product';
      readonly since: number;
      readonly why: string;
    }
  /** The company lets no mail leave to this domain. */
  | { readonly kind: 'blocked-domain'; readonly domain: string }
  /** A notice that nobody vouches for says that it bounced: warns, never refuses, since anybody could have written it. */
  | { readonly kind: 'on-hold'; readonly since: number; readonly why: string };

/** What put an address on the suppression list. */
export type SuppressionCause = 'bounced' | 'complained' | 'by-hand';

/** An address and what stands in its way. Lower case. */
export type GuardedAddress = { readonly address: string; readonly obstacle: SendObstacle };

/** What must be known to decide at Send without asking anybody. */
export type SendGuard = {
  /** Sorted by address; empty where `complete` is false. */
  readonly addresses: readonly GuardedAddress[];
  /** Lower case; each stands for itself and its sub-domains. */
  readonly blockedDomains: readonly string[];
  /** False where there are more than `maxGuarded`: then ask for the recipients when they change. */
  readonly complete: boolean;
};

/** So many addresses a compose window keeps in memory (about 600 kB of text). */
export const maxGuarded = 5000;

/** Who of these recipients has something in the way, in their order, each address once. Any case, spaces around it allowed. */
export function obstaclesFor(
  guard: SendGuard,
  recipients: readonly string[],
): readonly GuardedAddress[] {
  const known = new Map(guard.addresses.map((one) => [one.address, one]));
  const addresses = [...new Set(recipients.map((address) => address.trim().toLowerCase()))];
  return addresses
    .map((address) => blocked(address, guard.blockedDomains) ?? known.get(address))
    .filter((found) => found !== undefined);
}

/** Whether an obstacle refuses the mail; the others only warn. */
export function refuses(obstacle: SendObstacle): boolean {
  return obstacle.kind !== 'on-hold';
}

function blocked(address: string, domains: readonly string[]): GuardedAddress | undefined {
  const own = address.slice(address.lastIndexOf('@') + 1);
  const domain = domains.find((one) => own === one || own.endsWith(`.${one}`));
  return domain === undefined
    ? undefined
    : { address, obstacle: { kind: 'blocked-domain', domain } };
}
