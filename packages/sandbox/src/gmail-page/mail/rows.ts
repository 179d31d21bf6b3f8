import type { Person, RowData } from '../page-data.ts';
import type { ReadMessage } from './views.ts';

/** The rows of a list: one for each thread that has a message in the view, newest first. */
export function rowsOf(
  messages: readonly ReadMessage[],
  shown: (message: ReadMessage) => boolean,
  options: { readonly me: string; readonly view: string },
): readonly RowData[] {
  return [...threads(messages).values()]
    .filter((thread) => thread.some(shown))
    .map((thread) => rowOf(thread, options))
    .toSorted((a, b) => b.at - a.at);
}

/** Messages by thread, oldest first. */
function threads(messages: readonly ReadMessage[]): ReadonlyMap<string, readonly ReadMessage[]> {
  const found = new Map<string, ReadMessage[]>();
  const oldestFirst = messages.toSorted((a, b) => a.stored.internalDate - b.stored.internalDate);
  for (const message of oldestFirst) {
    const thread = found.get(message.stored.threadId);
    if (thread === undefined) found.set(message.stored.threadId, [message]);
    else thread.push(message);
  }
  return found;
}

function rowOf(
  thread: readonly ReadMessage[],
  { me, view }: { readonly me: string; readonly view: string },
): RowData {
  const first = thread[0];
  const last = thread.at(-1);
  if (first === undefined || last === undefined) throw new Error('A thread without messages.');
  const toPeople = view === 'sent';
  return {
    threadId: last.stored.threadId,
    people: toPeople ? recipients(thread, me) : senders(thread, me),
    toPeople,
    subject: first.content.subject,
    snippet: last.content.snippet,
    at: last.stored.internalDate,
    unread: thread.some(isUnread),
    count: thread.length,
    draftId: thread.length === 1 && isDraft(first) ? first.stored.id : null,
  };
}

function senders(thread: readonly ReadMessage[], me: string): RowData['people'] {
  const people = new Map<string, RowData['people'][number]>();
  for (const message of thread) {
    const draft = isDraft(message);
    const name = draft ? 'Draft' : shortName(message.content.from, me, thread.length > 1);
    const unread = isUnread(message) || people.get(name)?.unread === true;
    people.set(name, { name, unread, draft });
  }
  return [...people.values()];
}

function recipients(thread: readonly ReadMessage[], me: string): RowData['people'] {
  const sent = thread.filter((message) => message.stored.labelIds.includes('SENT'));
  const names = sent.flatMap(({ content }) =>
    [...content.to, ...content.cc, ...content.bcc].map((person) => shortName(person, me, false)),
  );
  return [...new Set(names)].map((name) => ({ name, unread: false, draft: false }));
}

// In a conversation Gmail shows first names, and oneself as "me".
function shortName(person: Person, me: string, firstOnly: boolean): string {
  if (person.address.toLowerCase() === me) return 'me';
  const name = person.name === '' ? (person.address.split('@')[0] ?? '') : person.name;
  return firstOnly ? (name.split(' ')[0] ?? name) : name;
}

function isUnread({ stored }: ReadMessage): boolean {
  return stored.labelIds.includes('UNREAD');
}

function isDraft({ stored }: ReadMessage): boolean {
  return stored.labelIds.includes('DRAFT');
}
