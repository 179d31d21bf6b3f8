import type { ComposeKind } from './compose-port.ts';
import { kindMarks } from './gmail-selectors.ts';

/** What kind of mail a compose window writes, by the marks that Gmail sets in it. */
export function composeKind(root: ParentNode): ComposeKind {
  return kindMarks.find(({ selector }) => root.querySelector(selector) !== null)?.kind ?? 'usual';
}
