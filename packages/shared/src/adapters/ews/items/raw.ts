import type { Mailbox } from '../../../application/ports/mailbox.ts';
import type { CallFailure, Outcome } from '../../../application/ports/outcome.ts';
import { fromBase64url } from '../../../domain/encoding/base64url.ts';
import type { MailboxMessageId } from '../../../domain/ids.ts';
import { asCallFailure, type EwsCalls } from '../ews-calls.ts';
import { getItemRequest } from '../requests/item-requests.ts';
import { field } from '../requests/properties.ts';
import { childText, textElement } from '../xml/element.ts';
import { onlyItemIn } from './ews-item.ts';
import { headersOf } from './item-headers.ts';
import type { Locator } from './locate.ts';
import { messagePaths } from './message-of.ts';

/** Of a message that is too large for Office, so much of its text; bytes. */
const textBytes = 512 * 1024;

const malformed: CallFailure = { kind: 'unknown', cause: 'malformed-answer' };

/**
 * The bytes of a message (GetItem with IncludeMimeContent). Exchange keeps no bytes and writes them anew from what it
 * keeps; reports come with all their parts. A message that is larger than Office lets through comes as its headers and
 * its text, which is what notices are told by.
 */
export function createReadRaw(calls: EwsCalls, locator: Locator): Mailbox['raw'] {
  return async (id) => {
    const withMime = [textElement('t:IncludeMimeContent', 'true')];
    const part = await locator.ask(id, (itemId) =>
      calls.one(getItemRequest([itemId], [], withMime)),
    );
    if (part.kind === 'missing') return { kind: 'ok', value: null };
    // Outlook on Mac before 16.73 never answers where the answer is too large (office-js issue 289).
    const isSilent = part.kind === 'unknown' && part.cause === 'timeout';
    if (part.kind === 'too-large' || isSilent) return readText(calls, locator, id);
    if (part.kind !== 'ok') return asCallFailure(part, '');
    const mime = childText(onlyItemIn(part.part)?.element, 'MimeContent');
    const bytes = mime === null ? null : fromBase64url(mime.replaceAll(/\s+/g, ''));
    return bytes === null ? malformed : { kind: 'ok', value: bytes };
  };
}

async function readText(
  calls: EwsCalls,
  locator: Locator,
  id: MailboxMessageId,
): Promise<Outcome<Uint8Array | null>> {
  const options = [
    textElement('t:BodyType', 'Text'),
    textElement('t:MaximumBodySize', String(textBytes)),
  ];
  const paths = [...messagePaths, field('item:Body')];
  const part = await locator.ask(id, (itemId) =>
    calls.one(getItemRequest([itemId], paths, options)),
  );
  if (part.kind === 'missing') return { kind: 'ok', value: null };
  if (part.kind !== 'ok') return asCallFailure(part, '');
  const item = onlyItemIn(part.part);
  if (item === null) return malformed;
  const headers = headersOf(item)
    .filter(({ name }) => !/^content-|^mime-version$/i.test(name))
    .map(({ name, value }) => `${name}: ${value}`);
  const text = [
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    childText(item.element, 'Body') ?? '',
  ].join('\r\n');
  return { kind: 'ok', value: new TextEncoder().encode(text) };
}
