import * as v from 'valibot';

import type { Clock, Wait } from '../../application/ports/clock.ts';
import type { Outcome } from '../../application/ports/outcome.ts';
import type { TokenSource } from '../../application/ports/token-source.ts';
import type { MailboxMessageId } from '../../domain/ids.ts';
import { createHttpClient } from '../http/http-client.ts';
import { createCallSchedule } from './call-schedule.ts';
import { createGraphCalls, missingIsNull } from './graph-calls.ts';
import { messagePath } from './graph-messages.ts';

const linkSchema = v.object({ webLink: v.pipe(v.string(), v.url(), v.startsWith('https://')) });

/** The address at which Outlook on the web shows a message (message.webLink); null where the message is gone. */
export async function readWebLink(
  parts: {
    readonly fetch: typeof globalThis.fetch;
    readonly tokens: TokenSource;
    readonly clock: Clock;
    readonly wait: Wait;
  },
  id: MailboxMessageId,
): Promise<Outcome<string | null>> {
  const { fetch, ...others } = parts;
  const http = createHttpClient(fetch);
  const schedule = createCallSchedule(parts.clock);
  const calls = createGraphCalls({ http, ...others, schedule, kind: 'reads' });
  const read = missingIsNull(await calls.get(messagePath(id, { select: 'webLink' }), linkSchema));
  return read.kind === 'ok' ? { kind: 'ok', value: read.value?.webLink ?? null } : read;
}
