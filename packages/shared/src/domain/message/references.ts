import { messageId, type MessageId } from '../ids.ts';
import { headerValue, type Headers } from './headers.ts';

/** How many of a long thread's References are looked at: the nearest ones name what is answered. */
const maxReferences = 50;

/** All Message-IDs of a header value, in their order, each once, without brackets; at most 50, the last ones of longer lists. */
export function messageIdsIn(value: string): readonly MessageId[] {
  const found = value.slice(-64 * 1024).match(/<[^<>\s]{1,998}>/g) ?? [];
  const ids = found.slice(-maxReferences).map(messageId);
  return [...new Set(ids.filter((id) => id !== null))];
}

/** What a message answers, nearest first: In-Reply-To, then References from its end (RFC 5322 section 3.6.4). */
export function answeredIds(headers: Headers): readonly MessageId[] {
  const direct = messageIdsIn(headerValue(headers, 'In-Reply-To') ?? '');
  const thread = messageIdsIn(headerValue(headers, 'References') ?? '').toReversed();
  return [...new Set([...direct, ...thread])];
}

/** The message's own Message-ID, or null. */
export function ownMessageId(headers: Headers): MessageId | null {
  return messageId(headerValue(headers, 'Message-ID') ?? '');
}
