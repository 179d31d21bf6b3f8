import * as v from 'valibot';

import type { Outcome } from '../../application/ports/outcome.ts';
import type { TokenSource } from '../../application/ports/token-source.ts';
import { createHttpClient } from '../http/http-client.ts';
import { admitAtOnce } from './call-schedule.ts';
import { createGmailCalls, missingIsRefused } from './gmail-calls.ts';

const sendAsList = v.object({
  sendAs: v.optional(
    v.array(v.object({ sendAsEmail: v.string(), smtpMsa: v.optional(v.unknown()) })),
    [],
  ),
});

/**
 * The send-as addresses, lower case, whose mail another company's server sends (users.settings.sendAs.list, `smtpMsa`;
 * 1 unit): it never leaves by Gmail, which only keeps a copy.
 */
export async function readOwnServerAliases(parts: {
  readonly fetch: typeof globalThis.fetch;
  readonly tokens: TokenSource;
}): Promise<Outcome<readonly string[]>> {
  const calls = createGmailCalls(createHttpClient(parts.fetch), parts.tokens, admitAtOnce);
  const asked = missingIsRefused(
    await calls.get('settings/sendAs', {}, sendAsList),
    'This Google account has no Gmail.',
  );
  if (asked.kind !== 'ok') return asked;
  const elsewhere = asked.value.sendAs.filter(({ smtpMsa }) => smtpMsa !== undefined);
  return { kind: 'ok', value: elsewhere.map(({ sendAsEmail }) => sendAsEmail.toLowerCase()) };
}
