import type { Policy } from '@postrider/shared/application/ports/policy';
import * as v from 'valibot';

const domain = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.transform((text) => text.replace(/^@/, '')),
);

const count = v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))), undefined);

/** The names of public/managed-schema.json. A value of the wrong kind counts as absent, the others hold. */
const managed = v.object({
  oauthClientId: v.fallback(v.optional(v.pipe(v.string(), v.trim())), undefined),
  oauthClientSecret: v.fallback(v.optional(v.pipe(v.string(), v.trim())), undefined),
  allowedDomains: v.fallback(v.optional(v.array(domain)), undefined),
  blockedDomains: v.fallback(v.optional(v.array(domain)), undefined),
  dailyMessageLimit: count,
  groupMailPerMinute: count,
  groupMailPerHour: count,
  groupMailPerDay: count,
  followByDefault: v.fallback(v.optional(v.boolean()), undefined),
});

/** What the company set, out of what `chrome.storage.managed` gave. */
export function parseManagedPolicy(stored: unknown): Policy {
  const { oauthClientId, oauthClientSecret, ...others } = v.parse(managed, stored);
  const { allowedDomains, blockedDomains, dailyMessageLimit, followByDefault } = others;
  return {
    ...(oauthClientId && oauthClientSecret
      ? { oauthClient: { id: oauthClientId, secret: oauthClientSecret } }
      : {}),
    ...(allowedDomains ? { allowedDomains } : {}),
    ...(blockedDomains ? { blockedDomains } : {}),
    ...(dailyMessageLimit === undefined ? {} : { dailyMessageLimit }),
    ...groupMailOf(others),
    ...(followByDefault === undefined ? {} : { followByDefault }),
  };
}

function groupMailOf({
  groupMailPerMinute: perMinute,
  groupMailPerHour: perHour,
  groupMailPerDay: perDay,
}: Omit<v.InferOutput<typeof managed>, 'oauthClientId' | 'oauthClientSecret'>): Pick<
  Policy,
  'groupMail'
> {
  const groupMail = {
    ...(perMinute === undefined ? {} : { perMinute }),
    ...(perHour === undefined ? {} : { perHour }),
    ...(perDay === undefined ? {} : { perDay }),
  };
  return Object.keys(groupMail).length === 0 ? {} : { groupMail };
}
