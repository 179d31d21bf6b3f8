import { isMailId, type MailId } from '@postrider/shared/domain/ids';
import { mailIdHeader } from '@postrider/shared/domain/message/mail-id-header';

import { askOffice, type Answer } from '../compose/ask-office.ts';
import type { ComposeItem } from '../compose/compose-item.ts';
import type { World } from '../compose/world.ts';

/** The mailId that a mail carries; `ok` with null = it carries none. */
export async function readMailId(world: World): Promise<Answer<MailId | null>> {
  const internetHeaders = headersOf(world);
  const answer = await askOffice<Readonly<Record<string, string>> | null>(
    world,
    internetHeaders && ((done) => internetHeaders.getAsync([mailIdHeader], done)),
  );
  return answer.kind === 'ok' ? { kind: 'ok', value: mailIdIn(answer.value ?? {}) } : answer;
}

/** Writes the header. */
export function writeMailId(world: World, mailId: MailId): Promise<Answer<unknown>> {
  const internetHeaders = headersOf(world);
  return askOffice<unknown>(
    world,
    internetHeaders && ((done) => internetHeaders.setAsync({ [mailIdHeader]: mailId }, done)),
  );
}

/** Takes the header away. */
export function removeMailId(world: World): Promise<Answer<unknown>> {
  const internetHeaders = headersOf(world);
  return askOffice<unknown>(
    world,
    internetHeaders && ((done) => internetHeaders.removeAsync([mailIdHeader], done)),
  );
}

/** Below Mailbox 1.8 the library has the calls, and they throw. */
function headersOf({ item, supports }: World): ComposeItem['internetHeaders'] {
  return supports('1.8') ? item.internetHeaders : undefined;
}

/** Outlook gives names in the case that it likes. */
function mailIdIn(headers: Readonly<Record<string, string>>): MailId | null {
  for (const name of Object.keys(headers)) {
    const value = String(headers[name]).trim();
    if (name.toLowerCase() === mailIdHeader && isMailId(value)) return value;
  }
  return null;
}
