/** What office.js hands to a callback. */
export type OfficeResult<Value> = {
  /** The text `succeeded` or `failed`, though `Office.AsyncResultStatus` is declared as numbers. */
  readonly status: unknown;
  readonly value: Value;
  readonly error?: { readonly code?: number } | null;
};

/** A callback of office.js. */
export type Done<Value> = (result: OfficeResult<Value>) => void;

/** An addressee as Outlook names it; a contact list has no address. */
export type Addressee = { readonly emailAddress?: string };

/** A notice in the infobar, with the fields of `Office.NotificationMessageDetails`. */
export type InfobarMessage =
  | { type: 'errorMessage'; message: string }
  | { type: 'informationalMessage'; message: string; icon: string; persistent: boolean }
  | {
      type: 'insightMessage';
      message: string;
      icon: string;
      actions: {
        actionType: 'showTaskPane';
        actionText: string;
        commandId: string;
        contextData: object;
      }[];
    };

type Addressees = { getAsync(done: Done<readonly Addressee[]>): void };
type SetText = (name: string, value: string, done: Done<unknown>) => void;

/**
 * A mail in a compose window: of `Office.MessageCompose` what the functions use, each of it absent where that Outlook
 * does not know it (Mailbox requirement sets 1.1 to 1.15).
 */
export type ComposeItem = {
  readonly to?: Addressees;
  readonly cc?: Addressees;
  readonly bcc?: Addressees;
  readonly from?: { getAsync(done: Done<Addressee>): void };
  readonly body?: {
    getTypeAsync(done: Done<string>): void;
    /** Null takes away what was to be appended. */
    appendOnSendAsync?(
      text: string | null,
      how: { coercionType: string },
      done: Done<unknown>,
    ): void;
  };
  readonly internetHeaders?: {
    getAsync(names: string[], done: Done<Readonly<Record<string, string>>>): void;
    setAsync(headers: Record<string, string>, done: Done<unknown>): void;
    removeAsync(names: string[], done: Done<unknown>): void;
  };
  readonly sessionData?: { getAllAsync(done: Done<unknown>): void; setAsync: SetText };
  readonly notificationMessages?: {
    replaceAsync(key: string, message: InfobarMessage, done: Done<unknown>): void;
    removeAsync(key: string, done: Done<unknown>): void;
  };
  readonly delayDeliveryTime?: { getAsync(done: Done<unknown>): void };
  loadCustomPropertiesAsync?(done: Done<CustomProperties>): void;
  getSharedPropertiesAsync?(done: Done<{ readonly owner?: string }>): void;
  sendAsync?(done: Done<unknown>): void;
};

/** What an add-in keeps with one mail, drafts included. */
export type CustomProperties = {
  get(name: string): unknown;
  set(name: string, value: string): void;
  saveAsync(done: Done<unknown>): void;
};
