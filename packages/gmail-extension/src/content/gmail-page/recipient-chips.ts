import { chipRemover, recipientChip, recipientField } from './gmail-selectors.ts';

/** Everybody in To, Cc and Bcc, and who is still being typed there: Gmail takes them along at Send. Lower case. */
export function recipientsIn(root: ParentNode): readonly string[] {
  const chosen = [...root.querySelectorAll(recipientChip)].map(addressOf);
  const typed = [...root.querySelectorAll<HTMLInputElement>(recipientField)].flatMap(({ value }) =>
    addressesIn(value),
  );
  return [...new Set([...chosen, ...typed])].filter((address) => address !== '');
}

/** Presses the cross on the chips of these addresses, which touches nobody else. */
export function removeChips(root: ParentNode, addresses: ReadonlySet<string>): void {
  for (const chip of root.querySelectorAll(recipientChip)) {
    if (addresses.has(addressOf(chip))) chip.querySelector<HTMLElement>(chipRemover)?.click();
  }
}

function addressOf(chip: Element): string {
  return chip.getAttribute('data-hovercard-id')?.toLowerCase() ?? '';
}

/** What stands in a field of recipients: `kim@globex.example, "Lou Park" <lou@globex.example>`. */
function addressesIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[^\s@<>,;"]+@[^\s@<>,;"]+/g) ?? [];
}
