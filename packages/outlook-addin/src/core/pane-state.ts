import type { PaneCore } from './pane-core.ts';

/** Why there is nothing to show. */
export type PaneTrouble =
  /** Microsoft's library or Outlook does not answer. */
  | { readonly kind: 'no-answer' }
  /** The page was opened outside Outlook. */
  | { readonly kind: 'not-in-outlook' }
  /** A mailbox that no add-in of ours can read. */
  | { readonly kind: 'no-exchange'; readonly account: 'outlook-com' | 'gmail' | 'unknown' }
  /** The browser lets this page store nothing. */
  | { readonly kind: 'no-storage' }
  /** A newer version of this program wrote what is stored. */
  | { readonly kind: 'newer-data' };

/** How far the pane has come. */
export type PaneState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly core: PaneCore }
  | { readonly kind: 'trouble'; readonly trouble: PaneTrouble };
