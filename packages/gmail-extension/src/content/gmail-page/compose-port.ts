/** Gmail's hex ids of a message and its thread, as its API knows them. */
export type SentIds = { readonly mailboxMessageId: string; readonly threadId: string };

/** What happens to a compose window. Every part may be left out. */
export type ComposeListener = {
  /** Gmail has named the draft, or named it anew. */
  draftNamed?(draftKey: string): void;
  /**
   * The rep has pressed Send. `cancel` works only before this call returns; without it the mail leaves.
   * Recipients and subject can be read now and may be gone a moment later.
   */
  presending?(cancel: () => void): void;
  /** Gmail is sending. */
  sending?(): void;
  /** Gmail has answered the send; Undo may still be open. Null where it could not be learned how Gmail named it. */
  sent?(ids: SentIds | null): void;
  /** The send was cancelled or refused; the window is open again. */
  notSent?(): void;
  /** The window has closed, sent or not. */
  closed?(): void;
};

/** One compose window of Gmail, whatever recognises it. */
export type ComposeWindow = {
  /** Gmail's own name of the draft (`msg-a:r…`), or null before its first save. */
  draftKey(): string | null;
  /** The thread's hex id, or null where it is not known yet. */
  threadId(): string | null;
  /** Addresses in To, Cc, Bcc order, lower case. */
  recipients(): readonly string[];
  subject(): string;
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
