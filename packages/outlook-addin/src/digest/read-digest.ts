import { fromBase64url } from '@postrider/shared/domain/encoding/base64url';
import { addressHashBytes } from '@postrider/shared/domain/sending/address-hash';
import * as v from 'valibot';

import { maxDigestAddresses, maxDigestLength, type Digest } from './digest.ts';

const count = v.pipe(v.number(), v.finite(), v.minValue(0));
const budget = v.object({
  counts: v.picklist(['messages', 'recipients']),
  max: count,
  used: count,
  countedAt: count,
  nextFreesAt: v.nullable(count),
});
const pixel = v.object({
  address: v.pipe(v.string(), v.maxLength(500), v.regex(/^https:\/\/[^\s"'<>]+\/$/)),
  keyId: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff)),
  deviceId: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff)),
  key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
});

/** Without version, time and salt it is no digest; of the rest a damaged part counts as absent and the others hold. */
const stored = v.object({
  v: v.literal(1),
  at: count,
  salt: v.pipe(v.string(), v.maxLength(100)),
  follow: v.fallback(v.boolean(), false),
  aliases: v.fallback(v.array(v.string()), []),
  budget: v.fallback(v.nullable(budget), null),
  domains: v.fallback(v.array(v.string()), []),
  hashes: v.fallback(v.string(), ''),
  pixel: v.fallback(v.nullable(pixel), null),
});

/** The digest in a value of roaming settings, whatever stands there; null where it is none of ours. */
export function readDigest(value: unknown): Digest | null {
  if (typeof value !== 'string' || value.length > maxDigestLength) return null;
  const parsed = v.safeParse(stored, fromJson(value));
  if (!parsed.success) return null;
  const { at, salt, follow, domains, hashes, ...others } = parsed.output;
  return {
    writtenAt: at,
    salt,
    followByDefault: follow,
    aliases: others.aliases,
    budget: others.budget,
    pixel: others.pixel,
    // An empty name would stand for every domain.
    blockedDomains: domains.filter((domain) => domain !== ''),
    suppressed: unpacked(hashes),
  };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unpacked(text: string): ReadonlySet<number> {
  const bytes = fromBase64url(text) ?? new Uint8Array(0);
  const numbers = new Set<number>();
  const end = Math.min(bytes.length, maxDigestAddresses * addressHashBytes);
  for (let at = 0; at + addressHashBytes <= end; at += addressHashBytes) {
    const hash = bytes.subarray(at, at + addressHashBytes);
    numbers.add(hash.reduce((number, byte) => number * 256 + byte, 0));
  }
  return numbers;
}
