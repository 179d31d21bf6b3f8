import type { ComposeView } from '@inboxsdk/core';

import { removeChips } from '../recipient-chips.ts';

/**
 * Takes addresses out of To, Cc and Bcc: by the cross on their chips, which touches nobody else, and where Gmail has
 * none by writing the field anew. False where they are still there.
 */
export function removeRecipients(view: ComposeView, addresses: readonly string[]): boolean {
  const unwanted = new Set(addresses);
  removeChips(view.getElement(), unwanted);
  const fields = [
    [() => view.getToRecipients(), (kept: string[]) => view.setToRecipients(kept)],
    [() => view.getCcRecipients(), (kept: string[]) => view.setCcRecipients(kept)],
    [() => view.getBccRecipients(), (kept: string[]) => view.setBccRecipients(kept)],
  ] as const;
  for (const [read, write] of fields) {
    const all = read().map(({ emailAddress }) => emailAddress);
    const kept = all.filter((address) => !unwanted.has(address.toLowerCase()));
    if (kept.length < all.length) write(kept);
  }
  return !fields.some(([read]) =>
    read().some(({ emailAddress }) => unwanted.has(emailAddress.toLowerCase())),
  );
}
