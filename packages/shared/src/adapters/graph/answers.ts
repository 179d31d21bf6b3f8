import type {
  InternetMessageHeader,
  MailFolder,
  Message,
  Recipient,
  SingleValueLegacyExtendedProperty,
  User,
} from '@microsoft/microsoft-graph-types';
import * as v from 'valibot';

import { described } from '../http/described.ts';

/*
 * The parts of Graph's answers that are read, as schemas. Every property may be null or missing but the id, and fields
 * that are not named pass unread. test/contract/graph-answers.test.ts holds names and types against Graph's own description.
 */

const text = v.string();
const maybeText = v.nullish(text, null);

const recipientSchema = described<Recipient>()(
  v.object({ emailAddress: v.nullish(v.object({ address: maybeText, name: maybeText }), null) }),
);

const recipients = v.nullish(v.array(recipientSchema), []);

const headerSchema = described<InternetMessageHeader>()(
  v.object({ name: v.nullish(text, ''), value: v.nullish(text, '') }),
);

const propertySchema = described<SingleValueLegacyExtendedProperty>()(
  v.object({ id: text, value: maybeText }),
);

/** A message, with as many of these properties as were selected. */
export const messageSchema = described<Message>()(
  v.object({
    id: text,
    changeKey: maybeText,
    conversationId: maybeText,
    parentFolderId: maybeText,
    receivedDateTime: maybeText,
    sentDateTime: maybeText,
    isDraft: v.nullish(v.boolean(), null),
    internetMessageId: maybeText,
    subject: maybeText,
    from: v.nullish(recipientSchema, null),
    toRecipients: recipients,
    ccRecipients: recipients,
    bccRecipients: recipients,
    internetMessageHeaders: v.nullish(v.array(headerSchema), []),
    singleValueExtendedProperties: v.nullish(v.array(propertySchema), []),
  }),
);

/** GET /me: whose mailbox it is. */
export const userSchema = described<User>()(
  v.object({ mail: maybeText, proxyAddresses: v.nullish(v.array(text), []) }),
);

/** A folder by its id alone. */
export const folderSchema = described<MailFolder>()(v.object({ id: text }));

/** A page of a list or of a delta; its entries are read one by one, so that one that cannot be read does not hide the others. */
export const pageSchema = v.object({
  value: v.array(v.unknown()),
  '@odata.nextLink': v.exactOptional(text),
  '@odata.deltaLink': v.exactOptional(text),
});

/** What of an entry that cannot be read whole may still be known. */
export const entrySchema = v.object({ id: text });

/** POST /$batch: the answers to its parts, in any order. */
export const batchSchema = v.object({
  responses: v.array(
    v.object({
      id: text,
      status: v.number(),
      headers: v.nullish(v.record(text, v.unknown()), {}),
      body: v.optional(v.unknown(), null),
    }),
  ),
});

/** Graph's error body; `innerError` may hold a code of its own. */
export const errorSchema = v.object({
  error: v.object({ code: v.nullish(text, ''), message: v.nullish(text, '') }),
});

/** A message as Graph gives it. */
export type GraphMessage = v.InferOutput<typeof messageSchema>;

/** A person in one of its fields. */
export type GraphRecipient = v.InferOutput<typeof recipientSchema>;

/** A page of a list. */
export type GraphPage = v.InferOutput<typeof pageSchema>;
