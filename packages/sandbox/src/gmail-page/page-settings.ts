/** What the owner of a mailbox, or the company's admin, has set in Gmail; it holds from the next load of a page on. */
export type PageSettings = {
  /** How a new compose window opens. "Full screen" is a setting of Gmail's own; minimised is reported of 2026. */
  composeOpens: 'docked' | 'minimised' | 'full screen';
  /** Gmail remembers the mode of the last compose window. */
  writing: 'rich text' | 'plain text';
  direction: 'ltr' | 'rtl';
  /** Gmail's "Enable offline mail": what is sent without a line waits in the Outbox. */
  offlineMail: boolean;
  /** Which kind of encryption the company has bought, if any. */
  messageSecurity: 'none' | 'client-side' | 's/mime';
  /** Whether Gmail offers its own mail merge (some Workspace editions). */
  mailMerge: boolean;
};

/** A mailbox in which nobody has changed anything. */
export const usualSettings: PageSettings = {
  composeOpens: 'docked',
  writing: 'rich text',
  direction: 'ltr',
  offlineMail: false,
  messageSecurity: 'none',
  mailMerge: false,
};
