/** What the strip's buttons do. */
export type StripAction =
  | 'open-panel'
  | 'reload'
  | 'reconnect'
  | 'remove'
  | 'ask-why'
  | 'send-anyway'
  | 'connect-account'
  | 'ask-switch'
  | 'switch-account'
  /** Back from a question to what was said before it. */
  | 'leave-question';

/** One button of the strip. */
export type StripButton = { readonly label: string; readonly action: StripAction };

/** What the strip shows: the switch and its state, or one line that says why there is none. */
export type StripView =
  | {
      readonly kind: 'switch';
      readonly follow: boolean;
      readonly status: string;
      readonly why: string;
    }
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly buttons: readonly StripButton[];
      /** `alert`: said at once by a screen reader, because the rep pressed Send and the mail has not left. */
      readonly tone: 'plain' | 'question' | 'alert';
      /** The name of a field to write a few words into; absent = none. Enter in it presses the first button. */
      readonly field?: string;
    };
