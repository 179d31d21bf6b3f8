import { branded } from '@postrider/shared/domain/brand';
import {
  mailboxAddress,
  type MailboxMessageId,
  type MessageId,
  type ThreadId,
} from '@postrider/shared/domain/ids';
import * as v from 'valibot';

/** A text of at most so many characters. */
export const text = (max: number) => v.pipe(v.string(), v.maxLength(max));

/** Text in the place of an address, as long as RFC 5321 lets one be. */
export const address = text(320);

/** The address of a mailbox. */
export const mailbox = v.pipe(address, v.transform(mailboxAddress));

/** Everybody a mail goes to; Gmail itself takes 2,000. */
export const addresses = v.pipe(v.array(address), v.maxLength(2000), v.readonly());

/** Gmail's own name of a draft in its page (`msg-a:r…`). */
export const draftKey = v.pipe(v.string(), v.regex(/^msg-[a-z]:[\w:-]{1,80}$/));

/** As the Gmail API has ids. */
const gmailId = v.pipe(v.string(), v.regex(/^[0-9a-f]{1,32}$/));

/** A message's id. */
export const messageId = v.pipe(gmailId, v.transform(branded<MailboxMessageId>));

/** A Message-ID without its brackets (RFC 5322 section 3.6.4). */
export const wireMessageId = v.pipe(
  v.string(),
  v.regex(/^[^<>\s]{3,900}$/),
  v.transform(branded<MessageId>),
);

/** A thread's id. */
export const threadId = v.pipe(gmailId, v.transform(branded<ThreadId>));

/** A request that says nothing. */
export const nothing = v.strictObject({});

type ReadonlyList<Value> = Value extends (infer Item)[] ? readonly Item[] : Value;

type WithReadonlyLists<Request> = {
  readonly [Name in keyof Request]: ReadonlyList<Request[Name]>;
};

/** What is sent, by kind, for a catalogue of schemas. */
export type Requests<Schemas extends Record<string, v.GenericSchema>> = {
  readonly [Kind in keyof Schemas]: WithReadonlyLists<v.InferInput<Schemas[Kind]>>;
};
