import { can } from './can.ts';
import { officeCall } from './office-call.ts';

/** How a window of ours ended. */
export type DialogEnd =
  | { readonly kind: 'message'; readonly text: string }
  /** The person closed it. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'not-opened' };

/** Outlook on the web first asks the person whether the window may open. */
const openingMs = 3 * 60_000;

/** Opens a page of our own host in a window, and closes it with its first message. */
export async function askInDialog(page: string): Promise<DialogEnd> {
  const address = new URL(page, location.href).href;
  const opened = await officeCall<Office.Dialog>(
    (answer) => Office.context.ui.displayDialogAsync(address, { height: 60, width: 35 }, answer),
    openingMs,
  );
  return opened.kind === 'ok' ? endOf(opened.value) : { kind: 'not-opened' };
}

function endOf(dialog: Office.Dialog): Promise<DialogEnd> {
  return new Promise((resolve) => {
    dialog.addEventHandler(Office.EventType.DialogMessageReceived, (args) => {
      // Before DialogOrigin 1.1 Outlook names no origin, and lets only pages of our own host speak.
      const isOurs =
        !('origin' in args) || args.origin === undefined || args.origin === location.origin;
      if (!('message' in args) || !isOurs) return;
      resolve({ kind: 'message', text: args.message });
      dialog.close();
    });
    dialog.addEventHandler(Office.EventType.DialogEventReceived, () => resolve({ kind: 'closed' }));
  });
}

/** From inside the window: hands a text to the page that opened it, and to no other origin. */
export function tellOpener(text: string): void {
  if (can('dialog-origin'))
    Office.context.ui.messageParent(text, { targetOrigin: location.origin });
  else Office.context.ui.messageParent(text);
}
