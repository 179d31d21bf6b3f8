import type { Clock } from '@postrider/shared/application/ports/clock';

import type { DialogEnd } from '../office/dialog.ts';
import { readDialogMessage } from './dialog-message.ts';
import type { KeptSignIn } from './kept-sign-in.ts';
import type { SignIn } from './sign-in.ts';

/** What signing in by a window works with. */
export type DialogSignInParts = {
  /** Opens a page of ours in a window and gives how that ended. */
  readonly open: (page: string) => Promise<DialogEnd>;
  /** Outlives the pane, which Outlook closes and opens beside every message. */
  readonly kept: KeptSignIn;
  readonly clock: Clock;
};

/** A token this near its end is as good as gone, ms: a call takes up to half a minute. */
const renewBeforeMs = 60_000;

/**
 * Signing in by a window of Outlook's that shows our dialog.html, which goes to Microsoft and back. It gives one token
 * for about an hour and nothing to renew it: browsers keep the window's storage apart from that of the pane. After
 * that the rep reconnects by one click.
 */
export function createDialogSignIn(parts: DialogSignInParts): SignIn {
  return {
    async silently(fresh) {
      if (fresh) parts.kept.write(null);
      const signedIn = parts.kept.read();
      if (signedIn !== null && signedIn.expiresAt - renewBeforeMs > parts.clock()) {
        return { kind: 'signed-in', value: signedIn };
      }
      return { kind: 'failed', failure: { kind: 'reconnect-needed', cause: 'no-grant' } };
    },
    async inFront(choose) {
      const end = await parts.open(choose ? 'dialog.html?choose=1' : 'dialog.html');
      switch (end.kind) {
        case 'message': {
          const outcome = readDialogMessage(end.text);
          if (outcome.kind === 'signed-in') parts.kept.write(outcome.value);
          return outcome;
        }
        case 'closed':
          return { kind: 'cancelled' };
        case 'not-opened':
          return {
            kind: 'failed',
            failure: {
              kind: 'refused',
              reason:
                'Outlook or the browser did not open the sign-in window. Allow pop-ups for it.',
              recipients: [],
            },
          };
      }
    },
    forget: () => parts.kept.write(null),
  };
}
