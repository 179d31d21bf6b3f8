/**
 * The shape of Gmail's sync traffic, as far as following a mail needs it. Expected: POST /sync/u/N/i/s, arrays as
 * recorded on 2022-09-09 (packages/sandbox/fixtures/gmail/inboxsdk-sync, 34 requests and answers); replies as of
 * 2023-01-17. Every place that is looked at has its name here, and nowhere else.
 */
const request = { updates: 1, newThread: 2, newMessage: 1, changedMessage: 13 } as const;
const update = { number: 0, change: 1 } as const;
const message = { key: 0, to: 2, cc: 3, bcc: 4, subject: 7, labels: 10, messageId: 13, id: 55 };
const thread = { messages: 4, id: 19 } as const;

/** The label that turns saving a draft into sending it. */
const sendLabel = '^pfg';
/** The label of a mail that Gmail is to send later. */
const scheduledLabel = '^scheduled';

const keyShape = /^msg-[a-z]:[\w:-]{1,80}$/;
const hexShape = /^[0-9a-f]{1,32}$/;

/** What a request does to one draft. */
export type DraftChange = {
  /** `msg-a:r…` */
  readonly draftKey: string;
  readonly purpose: 'save' | 'send' | 'schedule';
  /** Lower case, To, Cc and Bcc. */
  readonly recipients: readonly string[];
  readonly subject: string;
};

/** What an answer names. */
export type NamedMessage = {
  readonly draftKey: string;
  readonly mailboxMessageId: string;
  readonly threadId: string;
  /** Without brackets. */
  readonly messageId: string | null;
  readonly labels: readonly string[];
};

/** What was read; `unknown-shape` names the place that was not as expected. */
export type Read<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'unknown-shape'; readonly where: string };

/** The drafts that a request saves or sends. */
export function readRequest(text: string): Read<readonly DraftChange[]> {
  const body = json(text);
  const updates = at(body, request.updates, 0);
  if (!Array.isArray(updates)) return unknown('request: no updates');
  const changes: DraftChange[] = [];
  for (const entry of list(updates)) {
    const found = messageOf(at(entry, update.change, 1));
    if (found === undefined) continue;
    const key = at(found, message.key);
    if (!isText(key) || !keyShape.test(key)) return unknown('request: no key of a draft');
    const labels = at(found, message.labels);
    if (!Array.isArray(labels)) return unknown('request: no labels');
    changes.push({
      draftKey: key,
      purpose: purposeOf(list(labels)),
      recipients: [message.to, message.cc, message.bcc].flatMap((place) =>
        addressesIn(at(found, place)),
      ),
      subject: textOr(at(found, message.subject), ''),
    });
  }
  // A request comes here only because it names a message.
  return changes.length === 0 ? unknown('request: no message') : { kind: 'read', value: changes };
}

/** The messages that an answer names. */
export function readAnswer(text: string): Read<readonly NamedMessage[]> {
  const threads = at(json(text), 1, 5);
  if (!Array.isArray(threads)) return unknown('answer: no threads');
  const named: NamedMessage[] = [];
  for (const wrapper of list(threads)) {
    const found = at(wrapper, 0, 2, 6, 0);
    const threadId = at(found, thread.id);
    for (const one of list(at(found, thread.messages))) {
      const draftKey = at(one, message.key);
      const id = at(one, message.id);
      if (!isText(draftKey) || !keyShape.test(draftKey)) return unknown('answer: no key');
      if (!isHex(id) || !isHex(threadId)) return unknown('answer: no ids');
      const messageId = textOr(at(one, message.messageId), '');
      named.push({
        draftKey,
        mailboxMessageId: id,
        threadId,
        messageId: /^<([^<>\s]{3,900})>$/.exec(messageId)?.[1] ?? null,
        labels: list(at(one, message.labels)).filter(isText),
      });
    }
  }
  return named.length === 0 ? unknown('answer: no message') : { kind: 'read', value: named };
}

// A new thread carries its message at [2], a new message of a known thread at [1], a changed one at [13].
function messageOf(change: unknown): unknown {
  return (
    at(change, request.newThread, 0, 4, 0) ??
    at(change, request.newMessage, 0) ??
    at(change, request.changedMessage, 0) ??
    undefined
  );
}

function purposeOf(labels: readonly unknown[]): DraftChange['purpose'] {
  if (labels.includes(scheduledLabel)) return 'schedule';
  return labels.includes(sendLabel) ? 'send' : 'save';
}

function addressesIn(contacts: unknown): readonly string[] {
  return list(contacts).flatMap((contact) => {
    const address = at(contact, 1);
    return isText(address) ? [address.trim().toLowerCase()] : [];
  });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unknown(where: string): { readonly kind: 'unknown-shape'; readonly where: string } {
  return { kind: 'unknown-shape', where };
}

function at(value: unknown, ...path: readonly number[]): unknown {
  return path.reduce<unknown>((inner, place) => list(inner)[place], value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isHex(value: unknown): value is string {
  return isText(value) && hexShape.test(value);
}

function textOr(value: unknown, otherwise: string): string {
  return isText(value) ? value : otherwise;
}
