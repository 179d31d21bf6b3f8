/** Someone named in a mail's header. */
export type Person = { readonly name: string; readonly address: string };

/** What hides a mail's text: Gmail's confidential mode, or one of two kinds of encryption. */
export type Protection = 'none' | 'confidential' | 'client-side' | 's/mime';

/** What a message says. */
export type MessageContent = {
  readonly from: Person;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
  readonly subject: string;
  /** As it came: hostile. The page shows it in a frame without scripts only. */
  readonly html: string | null;
  readonly text: string;
  /** The first words on one line. */
  readonly snippet: string;
  /** With its brackets. */
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** File names. */
  readonly attachments: readonly string[];
};

/** A message of an open thread. */
export type MessageData = MessageContent & {
  readonly id: string;
  readonly threadId: string;
  /** Epoch ms. */
  readonly at: number;
  readonly labels: readonly string[];
  /** Epoch ms at which Gmail is to send it, or null. */
  readonly scheduledAt: number | null;
  /** The page's own names where the message is a draft, else null. */
  readonly draft: { readonly key: string; readonly threadKey: string } | null;
};

/** A thread opened: oldest message first. */
export type ThreadData = {
  readonly threadId: string;
  readonly subject: string;
  readonly messages: readonly MessageData[];
};

/** One row of a list. */
export type RowData = {
  readonly threadId: string;
  /** Names as the row shows them, oldest first. */
  readonly people: readonly {
    readonly name: string;
    readonly unread: boolean;
    readonly draft: boolean;
  }[];
  /** Whether the row names recipients, as Sent does. */
  readonly toPeople: boolean;
  readonly subject: string;
  readonly snippet: string;
  /** Epoch ms of the newest message. */
  readonly at: number;
  readonly unread: boolean;
  readonly count: number;
  /** Set where a click opens a draft in a compose window: the thread is nothing but this draft. */
  readonly draftId: string | null;
};

/** A list and what the navigation shows beside it. */
export type ListData = {
  readonly rows: readonly RowData[];
  readonly unreadInbox: number;
  readonly drafts: number;
};
