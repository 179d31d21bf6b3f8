import type { ComposeKind } from './compose-port.ts';
import { kindMarks } from './gmail-selectors.ts';

/** What kind of mail a compose window writes, by the marks that Gmail shows in it. */
export function composeKind(root: ParentNode): ComposeKind {
  const found = kindMarks.find(({ selector }) =>
    [...root.querySelectorAll<HTMLElement>(selector)].some((mark) => mark.checkVisibility()),
  );
  return found?.kind ?? 'usual';
}
