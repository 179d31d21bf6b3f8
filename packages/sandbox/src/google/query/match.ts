import { decodeWords } from 'postal-mime';

import type { StoredMessage } from '../../accounts.ts';
import { headersOf } from '../../mail/headers.ts';
import { allParts, mimeTree, textOf } from '../../mail/mime-tree.ts';
import { momentOf, spanOf } from './dates.ts';
import type { Query } from './parse.ts';
import { holdsWords } from './words.ts';

/** What a search must know besides the message. */
export type SearchContext = {
  /** Epoch ms. */
  readonly now: number;
  /** Who "me" is. */
  readonly address: string;
  readonly labels: readonly { readonly id: string; readonly name: string }[];
};

type Test = (message: StoredMessage, value: string, context: SearchContext) => boolean;

const fields = (message: StoredMessage, name: string): string =>
  headersOf(message.raw)
    .filter((header) => header.name.toLowerCase() === name)
    .map((header) => decodeWords(header.value))
    .join(' ');

const inHeader =
  (name: string): Test =>
  (message, value, { address }) =>
    holdsWords(fields(message, name), value.toLowerCase() === 'me' ? address : value);

const hasLabel: Test = (message, value, { labels }) => {
  const wanted = value.toLowerCase().replaceAll(/[\s/]/g, '-');
  const system = { drafts: 'draft' }[wanted] ?? wanted;
  return labels.some(
    ({ id, name }) =>
      message.labelIds.includes(id) &&
      (id.toLowerCase() === system || name.toLowerCase().replaceAll(/[\s/]/g, '-') === wanted),
  );
};

const place: Test = (message, value, context) => {
  if (value.toLowerCase() === 'anywhere') return true;
  return hasLabel(message, value, context);
};

const state: Test = (message, value, context) =>
  value.toLowerCase() === 'read'
    ? !message.labelIds.includes('UNREAD')
    : hasLabel(message, value, context);

const anywhere: Test = (message, value) => {
  const parts = allParts(mimeTree(message.raw)).filter((part) => part.mimeType.startsWith('text/'));
  const texts = ['subject', 'from', 'to', 'cc'].map((name) => fields(message, name));
  return [...texts, ...parts.map((part) => textOf(part).replaceAll(/<[^>]*>/g, ' '))].some((text) =>
    holdsWords(text, value),
  );
};

const since =
  (sign: 1 | -1): Test =>
  ({ internalDate }, value) => {
    const moment = momentOf(value);
    return moment === undefined || (sign === 1 ? internalDate >= moment : internalDate < moment);
  };

const within =
  (sign: 1 | -1): Test =>
  ({ internalDate }, value, { now }) => {
    const span = spanOf(value);
    return (
      span === undefined || (sign === 1 ? internalDate > now - span : internalDate <= now - span)
    );
  };

const hasAttachment: Test = (message, value) =>
  value.toLowerCase() !== 'attachment' ||
  allParts(mimeTree(message.raw)).some((part) => part.filename !== '');

const tests: Readonly<Record<string, Test>> = {
  '': anywhere,
  from: inHeader('from'),
  to: inHeader('to'),
  cc: inHeader('cc'),
  bcc: inHeader('bcc'),
  subject: inHeader('subject'),
  deliveredto: inHeader('delivered-to'),
  rfc822msgid: ({ messageId }, value) =>
    messageId.replaceAll(/[<>]/g, '') === value.replaceAll(/[<>]/g, ''),
  in: place,
  is: state,
  label: hasLabel,
  has: hasAttachment,
  after: since(1),
  newer: since(1),
  before: since(-1),
  older: since(-1),
  newer_than: within(1),
  older_than: within(-1),
};

/** A test of messages for a search. An operator that Gmail does not know counts as words. */
export const matcherOf = (
  query: Query,
  context: SearchContext,
): ((message: StoredMessage) => boolean) => {
  if (query.kind === 'term') {
    const test = tests[query.field];
    const text = test ? query.value : `${query.field} ${query.value}`;
    return (message) => (test ?? anywhere)(message, text, context);
  }
  if (query.kind === 'not') {
    const inner = matcherOf(query.of, context);
    return (message) => !inner(message);
  }
  const inner = query.of.map((part) => matcherOf(part, context));
  return query.kind === 'any' && inner.length > 0
    ? (message) => inner.some((test) => test(message))
    : (message) => inner.every((test) => test(message));
};
