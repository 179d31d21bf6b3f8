/** Gmail's hex ids of a message and its thread, as its API knows them. */
export type SentIds = { readonly mailboxMessageId: string; readonly threadId: string };

/** What happens to a compose window. Every part may be left out. */
export type ComposeListener = {
  /** Gmail has named the draft, or named it anew. */
  draftNamed?(draftKey: string): void;
  /** Recipients, sender or kind of the mail may be others now. */
  changed?(): void;
  /**
   * The rep has pressed Send, or opens the menu to schedule it. `cancel` works only before this call returns; without
   * it the mail leaves. Recipients and subject can be read now and may be gone a moment later.
   */
  presending?(cancel: () => void, how: 'now' | 'later'): void;
  /** Gmail is sending. */
  sending?(): void;
  /** Gmail has answered the send; Undo may still be open. Null where it could not be learned how Gmail named it. */
  sent?(ids: SentIds | null): void;
  /** The send was cancelled or refused; the window is open again. */
  notSent?(): void;
  /** The window has closed, sent or not. */
  closed?(): void;
  /** The page itself goes, and the window with it: what is not told now is never told. */
  pageLeft?(): void;
};

/**
 * What kind of mail a window writes. `confidential` and `encrypted` (client-side encryption, S/MIME) are never touched;
 * `mail-merge` is Gmail's own: one mail to many, under a limit of its own.
 */
export type ComposeKind = 'usual' | 'confidential' | 'encrypted' | 'mail-merge';

/** One compose window of Gmail, whatever recognises it. */
export type ComposeWindow = {
  /** Gmail's own name of the draft (`msg-a:r…`), or null before its first save. */
  draftKey(): string | null;
  /** The thread's hex id, or null where it is not known yet. */
  threadId(): string | null;
  /** Addresses in To, Cc, Bcc order, lower case. */
  recipients(): readonly string[];
  subject(): string;
  /** The address the mail is from, lower case; null where Gmail shows no choice. */
  from(): string | null;
  kind(): ComposeKind;
  /** Takes addresses out of To, Cc and Bcc. False where the window does not let us. */
  removeRecipients(addresses: readonly string[]): boolean;
  /** Whether it still stands in the page. */
  isOpen(): boolean;
  /** Presses Gmail's own Send. */
  send(): void;
  /** Puts an element under the editor; it is removed with the window. */
  mountStrip(strip: HTMLElement): void;
  listen(listener: ComposeListener): void;
};

/** Finds compose windows. Ends with the signal it was started with. */
export type ComposePort = {
  /** The address whose mailbox the page shows, lower case. */
  readonly account: string;
  /** Calls back for every compose window, those already open first. */
  onWindow(found: (compose: ComposeWindow) => void): void;
};
