import type { StoredMessage } from '../../accounts.ts';
import type { MessageContent } from '../page-data.ts';

/** A stored message with what it says. */
export type ReadMessage = { readonly stored: StoredMessage; readonly content: MessageContent };

const labelOfView: Readonly<Record<string, string>> = {
  inbox: 'INBOX',
  starred: 'STARRED',
  sent: 'SENT',
  drafts: 'DRAFT',
  scheduled: 'SCHEDULED',
  spam: 'SPAM',
  trash: 'TRASH',
};

/** Whether a message belongs to a view of the left navigation. Spam and trash show only in their own. */
export function isInView(message: ReadMessage, view: string): boolean {
  const label = labelOfView[view];
  const { labelIds } = message.stored;
  if (label === 'SPAM' || label === 'TRASH') return labelIds.includes(label);
  if (labelIds.includes('SPAM') || labelIds.includes('TRASH')) return false;
  return label === undefined ? view === 'all' : labelIds.includes(label);
}

/**
 * Whether a message answers a search: words in any field, and from:, to:, subject:, in:, is:unread
 * and rfc822msgid: as in Gmail's search box.
 */
export function isFound(message: ReadMessage, query: string): boolean {
  const terms = query.match(/(?:\w+:)?(?:"[^"]*"|\S+)/g) ?? [];
  const anywhere = terms.some((term) => /^in:(?:anywhere|spam|trash)$/.test(term));
  return (
    (anywhere || isInView(message, 'all')) &&
    terms.every((term) => answersTerm(message, term.toLowerCase().replaceAll('"', '')))
  );
}

function answersTerm(message: ReadMessage, term: string): boolean {
  const { stored, content } = message;
  const [, operator, value = ''] = /^(\w+):(.*)$/.exec(term) ?? [];
  const from = `${content.from.name} ${content.from.address}`.toLowerCase();
  const to = [...content.to, ...content.cc, ...content.bcc]
    .map((person) => `${person.name} ${person.address}`)
    .join(' ')
    .toLowerCase();
  const subject = content.subject.toLowerCase();
  switch (operator) {
    case 'from':
      return from.includes(value);
    case 'to':
      return to.includes(value);
    case 'subject':
      return subject.includes(value);
    case 'in':
      return value === 'anywhere' || isInView(message, value);
    case 'is':
      return value !== 'unread' || stored.labelIds.includes('UNREAD');
    case 'rfc822msgid':
      return (
        stored.messageId.toLowerCase().replaceAll(/[<>]/g, '') === value.replaceAll(/[<>]/g, '')
      );
    case undefined:
    default:
      return `${from} ${to} ${subject} ${content.text.toLowerCase()}`.includes(term);
  }
}
