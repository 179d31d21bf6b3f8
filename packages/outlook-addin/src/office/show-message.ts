import { can } from './can.ts';
import { officeCall } from './office-call.ts';

/** Shows a message in a window of Outlook's; `itemId` as Exchange Web Services names it. */
export async function showMessage(itemId: string): Promise<void> {
  const { mailbox } = Office.context;
  // The library has the newer call everywhere; an older Outlook refuses it.
  if (!can('open-message')) {
    mailbox.displayMessageForm(itemId);
    return;
  }
  await officeCall<void>((answer) => mailbox.displayMessageFormAsync(itemId, answer));
}

/** Opens an address in the browser: Outlook's programs show a pane in a window of their own, which opens no other. */
export function openInBrowser(address: string): void {
  if (Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1')) {
    Office.context.ui.openBrowserWindow(address);
  } else {
    window.open(address, '_blank', 'noopener');
  }
}
