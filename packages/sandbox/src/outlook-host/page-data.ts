/** Someone named in a mail's header. */
export type Person = { readonly name: string; readonly address: string };

/** A file that a mail carries. */
export type AttachmentData = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly isInline: boolean;
  /** Without its angle brackets; null where the body does not show it. */
  readonly contentId: string | null;
  readonly base64: string;
};

/** One row of the message list. */
export type RowData = {
  readonly id: string;
  /** Whom the row names: the sender, or the recipients in Drafts and Sent Items. */
  readonly who: string;
  readonly subject: string;
  readonly preview: string;
  /** Epoch ms. */
  readonly at: number;
  readonly unread: boolean;
  readonly isDraft: boolean;
  /** Epoch ms at which Exchange lets a held mail go, or null. */
  readonly heldUntil: number | null;
};

/** One folder beside the list. */
export type FolderData = {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly unread: number;
};

/** A folder opened. */
export type ListData = {
  readonly folders: readonly FolderData[];
  readonly rows: readonly RowData[];
};

/** A message opened. HTML is as it came: hostile, and shown in a frame without scripts only. */
export type MessageData = {
  readonly id: string;
  /** The id by which add-ins know it. */
  readonly addinId: string;
  readonly isDraft: boolean;
  /** Submitted, and waiting for its time. */
  readonly isHeld: boolean;
  readonly itemClass: string;
  readonly conversationId: string;
  /** With its brackets. */
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly from: Person;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
  readonly subject: string;
  readonly html: string | null;
  readonly text: string;
  readonly attachments: readonly AttachmentData[];
  /** The header block as it came. */
  readonly rawHeaders: string;
  /** `x-` fields of a draft, by their lower-case names. */
  readonly ownHeaders: Readonly<Record<string, string>>;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly at: number;
  /** Epoch ms at which a draft is to leave, or null. */
  readonly deferUntil: number | null;
};

/** A mail as the compose form hands it over, to be saved or sent. */
export type ComposedItem = {
  /** Null as long as nothing was saved. */
  readonly itemId: string | null;
  readonly from: Person;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
  readonly subject: string;
  readonly bodyType: 'html' | 'text';
  readonly body: string;
  /** Fields that add-ins set. */
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly AttachmentData[];
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** Epoch ms, or null to leave at once. */
  readonly deferUntil: number | null;
};

/** What became of a Send. */
export type SendResult =
  | { readonly kind: 'sent' | 'held' }
  | { readonly kind: 'refused'; readonly message: string };
