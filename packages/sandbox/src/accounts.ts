/** The sandbox's own words for what stands in its mailboxes. Nothing here comes from the product. */

/** A message as an account holds it. */
export type StoredMessage = {
  /** 16 hex digits, as Gmail's REST ids. */
  readonly id: string;
  readonly threadId: string;
  readonly labelIds: readonly string[];
  /** Epoch ms. */
  readonly internalDate: number;
  /** The whole message, CRLF line ends. */
  readonly raw: Buffer;
  /** Message-ID with its brackets. */
  readonly messageId: string;
};

/** One account of the sandbox's Google. Every change gets a history record, as in Gmail. */
export type Account = {
  readonly address: string;
  readonly name: string;
  /** Newest first; all but drafts when no label is named. */
  messages(label?: string): readonly StoredMessage[];
  find(id: string): StoredMessage | undefined;
  /** Puts a message in (a delivery, or what the web page did). A new thread unless References or In-Reply-To name one, or `threadId` is given. */
  deposit(
    raw: Buffer,
    options: { labelIds: readonly string[]; threadId?: string; internalDate?: number },
  ): StoredMessage;
  relabel(id: string, change: { add?: readonly string[]; remove?: readonly string[] }): void;
  /** Deletes for good. */
  erase(id: string): void;
};

/** The accounts, by address in lower case. */
export type Accounts = {
  get(address: string): Account | undefined;
  all(): readonly Account[];
};

/** Provider behaviour that could not be confirmed, or differs between accounts: every test that touches one runs both ways. */
export type Switches = {
  /** Does the API show a message in SENT while Undo is still open? [doubt] */
  sentDuringUndo: 'shown' | 'hidden';
  /** Does Google let labels be put on drafts? [doubt] */
  labelsOnDrafts: 'allowed' | 'refused';
  /** Does Gmail's editor give a draft a new REST id when it saves? Reported; the Message-ID survives. */
  draftIdOnEdit: 'kept' | 'renewed';
  /** How long Gmail's Undo stays open, ms (5, 10, 20 or 30 s in Gmail's settings). */
  undoMs: number;
  /** Does Gmail's editor give a draft a new Message-ID when it saves? Public reports say kept, recordings of its traffic show a new one [doubt]. */
  draftMessageIdOnSave: 'kept' | 'renewed';
  /** What the API shows of a mail that Gmail's own Schedule send keeps: a message under SCHEDULED, or a draft [doubt]. */
  scheduledInApi: 'labelled' | 'draft';
  /** What stands in Sent after Gmail's own mail merge: each recipient's mail, or one for all [doubt]. */
  mailMergeInSent: 'one each' | 'one';
  /** What the page calls a draft that was begun elsewhere: a name of its own making, one that phones give, or one as mail that came in has [doubt]. */
  foreignDraftKey: 'web' | 'mobile' | 'received';
  /** Does a second drafts.send of one draft, this soon after the first (ms), let the mail leave again? null = the first consumes the draft [doubt]. */
  secondSendMs: number | null;
};

/** Another company's server that sends what goes out under an alias (users.settings.sendAs, `smtpMsa`). */
export type SmtpMsa = {
  readonly host: string;
  readonly port: number;
  readonly securityMode: 'none' | 'ssl' | 'starttls';
};
