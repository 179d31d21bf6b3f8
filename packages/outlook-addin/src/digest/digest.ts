/** Where in `roamingSettings` the digest stands; its value is text. */
export const digestKey = 'postrider.digest';

/**
 * Most characters of a digest, all ASCII. Outlook gives an add-in 32 KB of roaming settings in a mailbox; the rest is
 * left for what else the pane keeps there.
 */
export const maxDigestLength = 24_000;

/** So many of the newest suppressed addresses fit in. */
export const maxDigestAddresses = 3000;

/** Older than this a digest stops nobody: what it says of suppressions may have been undone since. */
export const digestLifeMs = 24 * 3_600_000;

/**
 * What an event must know, written by the pane and read in every runtime: roaming settings are the one store that
 * classic Outlook's event runtime has too. They are not secret, so addresses stand there as salted hashes.
 */
export type Digest = {
  /** Epoch ms. */
  readonly writtenAt: number;
  /** Whether new mail is followed unless the rep switches it off. */
  readonly followByDefault: boolean;
  /** Further addresses of this mailbox, lower case: mail from them is the rep's own too. */
  readonly aliases: readonly string[];
  readonly budget: DigestBudget | null;
  /** Lower case; each stands for itself and its sub-domains. */
  readonly blockedDomains: readonly string[];
  readonly salt: string;
  /** `addressHash` of each suppressed address. */
  readonly suppressed: ReadonlySet<number>;
  readonly pixel: PixelKey | null;
};

/** How much could still leave when the digest was written. */
export type DigestBudget = {
  readonly counts: 'messages' | 'recipients';
  readonly max: number;
  readonly used: number;
  /** When the mailbox was counted, epoch ms. */
  readonly countedAt: number;
  /** When some of it frees up, epoch ms; null where that is not known. */
  readonly nextFreesAt: number | null;
};

/** What mints the token of a pixel on this device; there is one only where the policy names a team server. */
export type PixelKey = {
  /** The address before the token: https, ends in a slash. */
  readonly address: string;
  readonly keyId: number;
  readonly deviceId: number;
  /** 32 bytes as base64url: the device's own, which the server can revoke. */
  readonly key: string;
};
