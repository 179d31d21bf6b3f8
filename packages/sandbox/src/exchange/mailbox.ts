/** The folders that every Exchange mailbox has, by Graph's well-known names (EWS calls them distinguished folders). */
export type FolderName = 'inbox' | 'drafts' | 'sentitems' | 'deleteditems' | 'junkemail' | 'outbox';

/** One folder. Users' own folders have a name of their own and hang below `inbox`. */
export type ExchangeFolder = {
  readonly id: string;
  readonly name: string;
  readonly wellKnown: FolderName | null;
};

/** One stored item. Graph, EWS and the page show the same item, each in its own words. */
export type ExchangeItem = {
  /** The item's own name, which never changes: Graph's immutable id is made of it; the other ids also name the folder. */
  readonly id: string;
  readonly folderId: string;
  /** Another one with every change (EWS ChangeKey, Graph @odata.etag). */
  readonly changeKey: string;
  /** The whole message, CRLF line ends; a draft's Bcc stands in it. */
  readonly raw: Buffer;
  /** Message-ID with its brackets; kept from the draft to what leaves. */
  readonly messageId: string;
  readonly conversationId: string;
  /** Epoch ms. `sentAt` is null for a draft. */
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly receivedAt: number;
  readonly sentAt: number | null;
  readonly isDraft: boolean;
  readonly isRead: boolean;
  /** PidTagMessageClass ([MS-OXPROPS] 2.1031): IPM.Note, REPORT.IPM.Note.NDR, REPORT.IPM.Note.Delayed.DR. */
  readonly messageClass: string;
  readonly categories: readonly string[];
  /** MAPI properties set from outside, by Graph's ids in canonical form, e.g. `SystemTime 0x3FEF` to an ISO date. */
  readonly properties: Readonly<Record<string, string>>;
  /** Submitted and held until this instant, epoch ms (mfSubmitted in PidTagMessageFlags); null = not submitted. */
  readonly heldUntil: number | null;
};

/** What may be changed of an item. */
export type ItemChange = Partial<
  Pick<
    ExchangeItem,
    'raw' | 'isRead' | 'categories' | 'properties' | 'messageClass' | 'folderId' | 'receivedAt'
  >
>;

/** One step in the life of a folder's items, as delta queries and notifications tell it. */
export type ExchangeChange = {
  /** Rises by one with each change of the mailbox. */
  readonly number: number;
  readonly kind: 'created' | 'updated' | 'removed';
  readonly itemId: string;
  readonly folderId: string;
};

/** What became of a submission. */
export type Submission =
  | { readonly kind: 'left' }
  /** It waits in Drafts under the same id (`x.min` queues it for the next minutes, or a deferred time was set). */
  | { readonly kind: 'held'; readonly until: number }
  /** Exchange's error code, e.g. ErrorSubmissionQuotaExceeded. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

/** How a mailbox is: a full one takes no new item, a moved one lives on another Exchange by now and answers nobody here. */
export type MailboxCondition = 'usual' | 'full' | 'moved';

/** One mailbox on an Exchange of the sandbox. What it refuses, it refuses by throwing `ExchangeRefusal`. */
export type ExchangeMailbox = {
  /** Primary SMTP address, lower case. */
  readonly address: string;
  readonly name: string;
  /** What the person signs in with; need not be the address. */
  readonly userPrincipalName: string;
  /** Further SMTP addresses of the mailbox. */
  readonly aliases: readonly string[];
  condition(): MailboxCondition;
  folders(): readonly ExchangeFolder[];
  folder(nameOrId: string): ExchangeFolder | undefined;
  addFolder(name: string): ExchangeFolder;
  /** Newest first; of all folders where none is named. */
  items(folder?: FolderName): readonly ExchangeItem[];
  find(id: string): ExchangeItem | undefined;
  /** Puts an item in. A Message-ID is made where the text has none; the conversation is found by References. */
  create(
    raw: Buffer,
    options: {
      /** A well-known name (`FolderName`), the id of a folder, or the name of the person's own. */
      readonly folder: string;
      readonly draft?: boolean;
      readonly messageClass?: string;
      readonly receivedAt?: number;
      readonly isRead?: boolean;
    },
  ): ExchangeItem;
  update(id: string, change: ItemChange): ExchangeItem;
  /** Deletes for good. */
  erase(id: string): void;
  /** Sends a draft, at once or at its deferred time (0x3FEF); the copy in Sent Items keeps the item's id. */
  submit(id: string): Promise<Submission>;
  /** Changes after a number, oldest first. */
  changesAfter(number: number): readonly ExchangeChange[];
  lastChange(): number;
};
