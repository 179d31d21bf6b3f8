import type { gmail_v1 } from '@googleapis/gmail';
import * as v from 'valibot';

/**
 * The parts of Gmail's answers that are read, as schemas. Everything Google marks optional is optional here, and fields
 * that are not named pass unread. `Described` makes the compiler compare each with Google's discovery document.
 */
type Described<Answer, Shape> = Answer extends Shape ? true : never;

const text = v.string();
const texts = v.optional(v.array(text), []);

/** users.getProfile */
export const profileSchema = v.object({ emailAddress: text, historyId: text });

/** A message by its id and place alone, as lists and history give it. */
const messageRefSchema = v.object({ id: text, threadId: v.optional(text), labelIds: texts });

/** users.messages.get with format=metadata */
export const messageSchema = v.object({
  id: text,
  threadId: text,
  internalDate: v.optional(text, '0'),
  labelIds: texts,
  payload: v.optional(
    v.object({ headers: v.optional(v.array(v.object({ name: text, value: text })), []) }),
    {},
  ),
});

/** users.messages.get with format=raw */
export const rawMessageSchema = v.object({ raw: text });

/** users.messages.list */
export const messageListSchema = v.object({
  messages: v.optional(v.array(messageRefSchema), []),
  nextPageToken: v.optional(text),
});

/** users.threads.get */
export const threadSchema = v.object({ messages: v.optional(v.array(messageSchema), []) });

const changesOf = v.optional(v.array(v.object({ message: messageRefSchema, labelIds: texts })), []);
const plainChanges = v.optional(v.array(v.object({ message: messageRefSchema })), []);

/** users.history.list. Kinds of change that are not named here still show in `messages`. */
export const historySchema = v.object({
  historyId: text,
  history: v.optional(
    v.array(
      v.object({
        id: text,
        messages: v.optional(v.array(messageRefSchema), []),
        messagesAdded: plainChanges,
        messagesDeleted: plainChanges,
        labelsAdded: changesOf,
        labelsRemoved: changesOf,
      }),
    ),
    [],
  ),
  nextPageToken: v.optional(text),
});

/** users.drafts.create, and one entry of users.drafts.list */
export const draftSchema = v.object({ id: text, message: v.optional(messageRefSchema) });

/** users.drafts.list */
export const draftListSchema = v.object({
  drafts: v.optional(v.array(draftSchema), []),
  nextPageToken: v.optional(text),
});

/** users.drafts.send */
export const sentSchema = v.object({ id: text, threadId: text });

/** An answer of Gmail's with one record of history in it. */
export type HistoryRecord = v.InferOutput<typeof historySchema>['history'][number];

/** A message as Gmail's API gives it without its body. */
export type GmailMessage = v.InferOutput<typeof messageSchema>;

/** True where every schema reads a shape that Google describes; fails to compile where one does not. */
export type AnswersAreDescribed = [
  Described<v.InferOutput<typeof profileSchema>, gmail_v1.Schema$Profile>,
  Described<GmailMessage, gmail_v1.Schema$Message>,
  Described<v.InferOutput<typeof rawMessageSchema>, gmail_v1.Schema$Message>,
  Described<HistoryRecord, gmail_v1.Schema$History>,
  Described<v.InferOutput<typeof draftSchema>, gmail_v1.Schema$Draft>,
  Described<v.InferOutput<typeof threadSchema>, gmail_v1.Schema$Thread>,
];
