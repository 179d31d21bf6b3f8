/** What the strip's buttons do. */
export type StripAction = 'open-panel' | 'reload' | 'reconnect' | 'send-anyway' | 'remove';

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
      /** Said at once by a screen reader: the rep pressed Send, and the mail has not left. */
      readonly urgent: boolean;
    };
