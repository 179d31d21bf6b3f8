import { toBase64url } from '@postrider/shared/domain/encoding/base64url';
import { addressHash, addressHashBytes } from '@postrider/shared/domain/sending/address-hash';

import { maxDigestAddresses, maxDigestLength, type DigestBudget, type PixelKey } from './digest.ts';

/** What a digest is made of. */
export type DigestInput = {
  /** Epoch ms. */
  readonly writtenAt: number;
  readonly followByDefault: boolean;
  /** Further addresses of this mailbox (Graph: `proxyAddresses`), any case. */
  readonly aliases: readonly string[];
  readonly budget: DigestBudget | null;
  readonly blockedDomains: readonly string[];
  /** Some random ASCII characters, new for every digest or kept: they only must not be the same for all mailboxes. */
  readonly salt: string;
  /** Addresses that are suppressed (not those on hold), newest first. */
  readonly suppressed: readonly string[];
  readonly pixel: PixelKey | null;
};

/** The text for roaming settings, and what found no room in it (to be said to the rep: only the pane checks those). */
export type BuiltDigest = {
  readonly text: string;
  readonly missing: { readonly blockedDomains: number; readonly suppressed: number };
};

/** Domains may take so many characters: a company's rule comes before addresses, but leaves them room. */
const maxDomainsLength = 12_000;
/** A mailbox has few aliases; Exchange allows hundreds. */
const maxAliasesLength = 1500;

/** Writes a digest of at most `maxDigestLength` ASCII characters. */
export function buildDigest(input: DigestInput): BuiltDigest {
  const domains = fitting(input.blockedDomains, maxDomainsLength);
  const write = (addresses: readonly string[]) =>
    asAscii(
      JSON.stringify({
        v: 1,
        at: input.writtenAt,
        follow: input.followByDefault,
        aliases: fitting(input.aliases, maxAliasesLength),
        budget: input.budget,
        domains,
        salt: input.salt,
        hashes: packed(input.salt, addresses),
        pixel: input.pixel,
      }),
    );
  const room = maxDigestLength - write([]).length;
  const most = Math.min(maxDigestAddresses, Math.floor((room * 3) / 4 / addressHashBytes));
  const addresses = input.suppressed.slice(0, Math.max(0, most));
  return {
    text: write(addresses),
    missing: {
      blockedDomains: input.blockedDomains.length - domains.length,
      suppressed: input.suppressed.length - addresses.length,
    },
  };
}

/** The first ones, in lower case, that take no more characters than that. */
function fitting(names: readonly string[], most: number): readonly string[] {
  let length = 0;
  return names
    .map((name) => name.trim().toLowerCase())
    .filter((name) => {
      // One more for the comma.
      length += asAscii(JSON.stringify(name)).length + 1;
      return length <= most;
    });
}

function packed(salt: string, addresses: readonly string[]): string {
  const bytes = new Uint8Array(addresses.length * addressHashBytes);
  for (const [index, address] of addresses.entries()) {
    let rest = addressHash(salt, address);
    for (let at = addressHashBytes - 1; at >= 0; at -= 1) {
      bytes[index * addressHashBytes + at] = rest % 256;
      rest = Math.floor(rest / 256);
    }
  }
  return toBase64url(bytes);
}

/** The limit counts bytes, so that other letters (of a domain in its own script) are written as escapes. */
function asAscii(json: string): string {
  return json.replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
