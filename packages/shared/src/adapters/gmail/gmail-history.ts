import { branded } from '../../domain/brand.ts';
import type { MailboxMessageId } from '../../domain/ids.ts';
import { historySchema, type HistoryRecord } from './answers.ts';
import type { GmailCalls, GmailOutcome } from './gmail-calls.ts';

/** Pages of 500 records read at once; the rest is asked for from the last record that was read. */
const maxPages = 20;

/** What history says: what to read, oldest first, what is gone from Sent, and from where to ask next. */
export type HistoryChanges = {
  readonly toRead: readonly MailboxMessageId[];
  readonly withdrawn: readonly MailboxMessageId[];
  readonly historyId: string;
  readonly more: boolean;
};

/** Reads the history since a point (users.history.list, 2 units a page); `missing` where Google has forgotten it. */
export async function readHistory(
  calls: GmailCalls,
  startHistoryId: string,
): Promise<GmailOutcome<HistoryChanges>> {
  const last = new Map<MailboxMessageId, 'read' | 'withdrawn'>();
  let historyId = startHistoryId;
  let pageToken: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const query = { startHistoryId, maxResults: '500', pageToken };
    const answer = await calls.get('history', query, historySchema);
    if (answer.kind !== 'ok') return answer;
    for (const record of answer.value.history) noteRecord(record, last);
    pageToken = answer.value.nextPageToken;
    // The answer's own historyId is the mailbox's newest: right only once all records were read.
    historyId =
      pageToken === undefined
        ? answer.value.historyId
        : (answer.value.history.at(-1)?.id ?? historyId);
    if (pageToken === undefined) break;
  }
  const ids = (what: 'read' | 'withdrawn') =>
    [...last].filter(([, kind]) => kind === what).map(([id]) => id);
  const more = pageToken !== undefined;
  return {
    kind: 'ok',
    value: { toRead: ids('read'), withdrawn: ids('withdrawn'), historyId, more },
  };
}

/** What happened last to a message decides; one that is read again takes its place at the end. */
function noteRecord(
  record: HistoryRecord,
  last: Map<MailboxMessageId, 'read' | 'withdrawn'>,
): void {
  const note = (id: string, kind: 'read' | 'withdrawn') => {
    const messageId = branded<MailboxMessageId>(id);
    last.delete(messageId);
    last.set(messageId, kind);
  };
  for (const { message } of record.messagesAdded) {
    if (!isDraft(message.labelIds)) note(message.id, 'read');
  }
  for (const { message, labelIds } of record.labelsAdded) {
    if (labelIds.includes('SENT')) note(message.id, 'read');
  }
  for (const { message, labelIds } of record.labelsRemoved) {
    if (labelIds.includes('SENT')) note(message.id, 'withdrawn');
    else if (labelIds.includes('DRAFT')) note(message.id, 'read');
  }
  for (const { message } of record.messagesDeleted) note(message.id, 'withdrawn');
  // A kind of change Google adds some day: reading the message once too often harms nothing.
  if (isOfUnknownKind(record)) {
    for (const message of record.messages) if (!isDraft(message.labelIds)) note(message.id, 'read');
  }
}

/** Gmail's editor saves a draft every few seconds, each time as a new message: none of them is worth a call. */
function isDraft(labelIds: readonly string[]): boolean {
  return labelIds.includes('DRAFT') && !labelIds.includes('SENT');
}

function isOfUnknownKind(record: HistoryRecord): boolean {
  const known = [
    record.messagesAdded,
    record.messagesDeleted,
    record.labelsAdded,
    record.labelsRemoved,
  ];
  return known.every((changes) => changes.length === 0);
}
