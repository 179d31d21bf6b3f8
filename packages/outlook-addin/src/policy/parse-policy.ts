import type { Policy } from '@postrider/shared/application/ports/policy';
import * as v from 'valibot';

const domain = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.transform((text) => text.replace(/^@/, '')),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const guid = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.uuid());

/** The names of public/policy.schema.json. Other names break it: a mistyped rule would hold nobody back. */
const policyFile = v.strictObject({
  $schema: v.exactOptional(v.string()),
  entraClientId: v.exactOptional(guid),
  allowedTenants: v.exactOptional(v.array(guid), []),
  allowedDomains: v.exactOptional(v.array(domain)),
  blockedDomains: v.exactOptional(v.array(domain)),
  dailyMessageLimit: v.exactOptional(count),
  groupMail: v.exactOptional(
    v.strictObject({
      perMinute: v.exactOptional(count),
      perHour: v.exactOptional(count),
      perDay: v.exactOptional(count),
      tenant: v.exactOptional(v.strictObject({ licences: count, senders: count })),
    }),
  ),
  followByDefault: v.exactOptional(v.boolean()),
});

/** A policy file as it was read; `broken` names the field that cannot be right, or that it is no JSON object. */
export type ParsedPolicy =
  | { readonly kind: 'ok'; readonly policy: Policy }
  | { readonly kind: 'broken'; readonly at: string };

/**
 * Reads a policy file. A company that mistyped one of its rules must hear of it, and half a policy would let through
 * what the other half forbids: so one wrong field breaks the whole file, and the caller keeps the last good one.
 */
export function parsePolicy(text: string): ParsedPolicy {
  const parsed = v.safeParse(policyFile, fromJson(text));
  if (!parsed.success) {
    return { kind: 'broken', at: v.getDotPath(parsed.issues[0]) ?? 'policy.json' };
  }
  const { $schema: _schema, entraClientId, allowedTenants, ...rules } = parsed.output;
  return {
    kind: 'ok',
    policy: {
      ...rules,
      ...(entraClientId === undefined
        ? {}
        : { entraClient: { id: entraClientId, allowedTenants } }),
    },
  };
}

function fromJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? null : value;
  } catch {
    return null;
  }
}
