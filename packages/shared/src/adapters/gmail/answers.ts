import type { gmail_v1 } from '@googleapis/gmail';
import * as v from 'valibot';

import { described } from '../http/described.ts';

/*
 * The parts of Gmail's answers that are read, as schemas. What Google marks optional is optional here, and fields that
 * are not named pass unread.
 */

const text = v.string();
const texts = v.optional(v.array(text), []);

/** users.getProfile */
export const profileSchema = described<gmail_v1.Schema$Profile>()(
  v.object({ emailAddress: text, historyId: text }),
);

/** A message by its id and place alone, as lists and history give it. */
const messageRefSchema = described<gmail_v1.Schema$Message>()(
  v.object({ id: text, threadId: v.exactOptional(text), labelIds: texts }),
);

/** users.messages.get with format=metadata */
export const messageSchema = described<gmail_v1.Schema$Message>()(
  v.object({
    id: text,
    threadId: text,
    internalDate: v.optional(text, '0'),
    labelIds: texts,
    payload: v.optional(
      v.object({ headers: v.optional(v.array(v.object({ name: text, value: text })), []) }),
      {},
    ),
  }),
);

/** users.messages.list */
export const messageListSchema = described<gmail_v1.Schema$ListMessagesResponse>()(
  v.object({
    messages: v.optional(v.array(messageRefSchema), []),
    nextPageToken: v.exactOptional(text),
  }),
);

/** users.threads.get */
export const threadSchema = described<gmail_v1.Schema$Thread>()(
  v.object({ messages: v.optional(v.array(messageSchema), []) }),
);

const changesOf = v.optional(v.array(v.object({ message: messageRefSchema, labelIds: texts })), []);
const plainChanges = v.optional(v.array(v.object({ message: messageRefSchema })), []);

/** users.history.list. Kinds of change that are not named here still show in `messages`. */
export const historySchema = described<gmail_v1.Schema$ListHistoryResponse>()(
  v.object({
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
    nextPageToken: v.exactOptional(text),
  }),
);

/** users.drafts.create, and one entry of users.drafts.list */
export const draftSchema = described<gmail_v1.Schema$Draft>()(
  v.object({ id: text, message: v.exactOptional(messageRefSchema) }),
);

/** users.drafts.get with format=raw */
export const wholeDraftSchema = described<gmail_v1.Schema$Draft>()(
  v.object({ id: text, message: v.object({ raw: text }) }),
);

/** users.drafts.list */
export const draftListSchema = described<gmail_v1.Schema$ListDraftsResponse>()(
  v.object({
    drafts: v.optional(v.array(draftSchema), []),
    nextPageToken: v.exactOptional(text),
  }),
);

/** users.drafts.send */
export const sentSchema = described<gmail_v1.Schema$Message>()(
  v.object({ id: text, threadId: text }),
);

/** An answer of Gmail's with one record of history in it. */
export type HistoryRecord = v.InferOutput<typeof historySchema>['history'][number];

/** A message as Gmail's API gives it without its body. */
export type GmailMessage = v.InferOutput<typeof messageSchema>;
