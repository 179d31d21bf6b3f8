import type { AttachmentData, MessageData, Person } from '../page-data.ts';
import type { ComposeForm } from './compose/compose-form.ts';

/** A notification as an add-in wrote it (NotificationMessageDetails, with the library's number of its type). */
export type Notification = {
  readonly key: string;
  /** 0 informational, 1 progress, 2 error, 3 insight. */
  readonly type: number;
  readonly message: string;
  readonly icon?: string;
  readonly persistent?: boolean;
  readonly actions?: readonly { readonly actionText: string; readonly commandId: string }[];
};

/** What a composed mail goes back to. */
export type Origin = {
  readonly composeType: 'newMail' | 'reply' | 'forward';
  readonly conversationId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** The quoted text at the end of the body, where there is one. */
  readonly quote: string;
};

/** What an add-in may open in the page. */
export type PageDoors = {
  /** A message by the id that add-ins know it by; false where there is none. */
  readonly showMessage: (addinId: string) => Promise<boolean>;
  readonly newMail: (mail: NewMail) => void;
};

/** A mail as an add-in wants it begun (`displayNewMessageForm`). */
export type NewMail = {
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly subject: string;
  readonly html: string;
};

/** A message that is read. */
export type ReadItem = {
  readonly kind: 'read';
  readonly page: PageDoors;
  readonly message: MessageData;
  readonly notifications: Map<string, Notification>;
  readonly showNotifications: () => void;
};

/** A mail that is written. The form holds what a person sees; the rest is here. */
export type ComposeItem = {
  readonly kind: 'compose';
  readonly page: PageDoors;
  readonly origin: Origin;
  readonly form: ComposeForm;
  readonly notifications: Map<string, Notification>;
  readonly showNotifications: () => void;
  readonly sessionData: Map<string, string>;
  /** Lower-case names. */
  readonly headers: Map<string, string>;
  readonly appendOnSend: string[];
  readonly prependOnSend: string[];
  attachments: readonly AttachmentData[];
  /** JSON text; kept with the draft. */
  customProperties: string;
  from: Person;
  itemId: string | null;
  /** The id by which add-ins know the draft. */
  addinId: string | null;
  deferUntil: number | null;
  /** What the handler that stopped the mail left for the pane (`contextData`, Mailbox 1.14), or null. */
  contextData: string | null;
  /** Send was pressed and the handlers run. */
  isSending: boolean;
  /** Gives the Send that is under way up; null where there is none. */
  abandonSend: (() => void) | null;
  /** An add-in has set the body since Send was pressed. */
  bodySetInSend: boolean;
  /** An add-in has made a call about attachments. */
  touchedAttachments: boolean;
  /** Gives the id by which add-ins know the draft. */
  readonly save: () => Promise<string>;
  readonly send: (asked: 'button' | 'sendAsync') => Promise<boolean>;
  /** Closes the form; saves or throws away what was not saved. */
  readonly close: (what: 'save' | 'discard') => Promise<void>;
  /** Tells the add-in's frames and its launch events. */
  readonly recipientsChanged: (field: 'to' | 'cc' | 'bcc') => void;
  readonly attachmentsChanged: (status: 'added' | 'removed', attachment: AttachmentData) => void;
};

/** What is in front of the rep. */
export type OpenItem = ReadItem | ComposeItem;
