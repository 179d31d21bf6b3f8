import { assumed } from '../assumed.ts';
import type { Protection } from '../page-data.ts';
import type { SyncContact, SyncMessage, SyncUpdate } from './sync-message.ts';

/**
 * Reads the body of POST /sync/u/N/i/s in the array shape recorded in September 2022
 * (fixtures/gmail/inboxsdk-sync). What has another shape holds no update.
 */
export function parseSyncRequest(body: unknown): readonly SyncUpdate[] {
  const updates = at(body, 1, 0);
  if (!Array.isArray(updates)) return [];
  return updates.flatMap((update) => parseUpdate(update) ?? []);
}

function parseUpdate(update: unknown): SyncUpdate | null {
  const number = at(update, 0);
  const threadKey = at(update, 1, 0);
  if (typeof number !== 'number' || typeof threadKey !== 'string') return null;
  const change = at(update, 1, 1);
  // A new thread carries its message at [2], a new message of a thread at [1], a changed one at [13].
  const message = at(change, 2, 0, 4, 0) ?? at(change, 1, 0) ?? at(change, 13, 0);
  // A thread key may carry the message's key behind a bar (cvOnSend_2_request_customThreadId).
  return { number, threadKey: threadKey.replace(/\|.*$/, ''), message: parseMessage(message) };
}

function parseMessage(message: unknown): SyncMessage | null {
  const key = at(message, 0);
  const labels = at(message, 10);
  if (typeof key !== 'string' || !Array.isArray(labels)) return null;
  const inReplyTo = at(message, 15);
  return {
    key,
    purpose: purposeOf(labels),
    sendAt: numberOr(at(message, assumed.placeOfTime.value)),
    protection: protectionOr(at(message, assumed.placeOfProtection.value)),
    merges: at(message, assumed.placeOfMerge.value) === 1,
    from: parseContacts([at(message, 1)])[0] ?? null,
    to: parseContacts(at(message, 2)),
    cc: parseContacts(at(message, 3)),
    bcc: parseContacts(at(message, 4)),
    subject: textOr(at(message, 7), ''),
    html: parseBody(at(message, 8, 1)),
    plainText: plainTextIn(at(message, 8, 1)),
    inReplyTo: typeof inReplyTo === 'string' ? inReplyTo : null,
  };
}

function purposeOf(labels: readonly unknown[]): SyncMessage['purpose'] {
  if (labels.includes(assumed.labelScheduled.value)) return 'schedule';
  return labels.includes('^pfg') ? 'send' : 'save';
}

function protectionOr(value: unknown): Protection {
  return value === 'confidential' || value === 'client-side' || value === 's/mime' ? value : 'none';
}

function plainTextIn(parts: unknown): string | null {
  return at(parts, 0, 0) === assumed.partPlainText.value ? textOr(at(parts, 0, 1), '') : null;
}

function numberOr(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function parseContacts(list: unknown): readonly SyncContact[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((contact) => {
    const address = at(contact, 1);
    const name = at(contact, 2);
    return typeof address === 'string'
      ? { address, name: typeof name === 'string' ? name : null }
      : [];
  });
}

// Parts are [kind, html]: 0 is what was written, 2 the mail quoted below it.
function parseBody(parts: unknown): string {
  return Array.isArray(parts) ? parts.map((part) => textOr(at(part, 1), '')).join('') : '';
}

function at(value: unknown, ...path: readonly number[]): unknown {
  return path.reduce<unknown>(
    (inner, place) => (Array.isArray(inner) ? inner[place] : undefined),
    value,
  );
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
