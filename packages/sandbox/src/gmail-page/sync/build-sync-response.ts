import { assumed } from '../assumed.ts';
import type { SyncContact, SyncMessage } from './sync-message.ts';

/** One message of a thread as Gmail answers it. */
type AnsweredMessage = {
  readonly key: string;
  readonly from: SyncContact;
  readonly to: readonly SyncContact[];
  readonly cc: readonly SyncContact[];
  readonly bcc: readonly SyncContact[];
  readonly subject: string;
  readonly snippet: string;
  readonly purpose: SyncMessage['purpose'];
  readonly inReplyTo: string | null;
  /** With its brackets. */
  readonly messageId: string;
  /** 16 hex digits. */
  readonly id: string;
};

/** A thread as Gmail answers it. */
export type AnsweredThread = {
  readonly number: number;
  readonly threadKey: string;
  /** 16 hex digits. */
  readonly threadId: string;
  readonly message: AnsweredMessage;
};

const labels = {
  save: ['^all', '^r', '^r_bt'],
  schedule: ['^all', assumed.labelScheduled.value],
  send: ['^all', '^f', '^f_bt', '^f_cl', '^i', '^pfg', '^sq_ig_i_personal', '^u'],
} as const;

/** The answer to POST /sync/u/N/i/s in the recorded shape. `version` is the mailbox's own counter. */
export function buildSyncResponse(
  threads: readonly AnsweredThread[],
  numbers: readonly number[],
  options: { readonly version: number; readonly now: number },
): unknown {
  const { version } = options;
  const acknowledged = numbers.map((number) => [number, 0, null, version]);
  const changes = threads.map((thread) => [threadChange(thread, options)]);
  return [
    [acknowledged],
    [0, null, null, null, [], changes, 0, version],
    [[['^i', 0, 0], ['^f', 0, 0], ['^r', 0, 0], ['^all', 0, 0], ['^afw']]],
    [version],
  ];
}

function threadChange(thread: AnsweredThread, options: { version: number; now: number }): unknown {
  const { message } = thread;
  const body = sparse(20, {
    0: message.subject,
    2: options.now,
    3: thread.threadKey,
    4: [answered(message, options.now)],
    8: `msg-a:bump-${message.key.replace(/^msg-[af]:/, '')}`,
    16: 0,
    19: thread.threadId,
  });
  return [thread.threadKey, null, sparse(7, { 6: [body, options.version] })];
}

function answered(message: AnsweredMessage, now: number): unknown {
  return sparse(56, {
    0: message.key,
    1: contact(message.from),
    2: contacts(message.to),
    3: contacts(message.cc),
    4: contacts(message.bcc),
    6: now,
    7: message.subject,
    9: message.snippet,
    10: labels[message.purpose],
    13: message.messageId,
    14: message.inReplyTo === null ? null : [message.inReplyTo],
    15: message.inReplyTo,
    17: now,
    30: now,
    43: 0,
    55: message.id,
  });
}

function contact({ address, name }: SyncContact): unknown {
  return name === null ? [1, address] : [1, address, name];
}

function contacts(list: readonly SyncContact[]): unknown {
  return list.length === 0 ? null : list.map(contact);
}

function sparse(length: number, known: Readonly<Record<number, unknown>>): unknown[] {
  return Array.from({ length }, (_, place) => known[place] ?? null);
}
