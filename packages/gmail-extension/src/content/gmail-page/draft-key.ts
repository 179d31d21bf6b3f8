import { draftInput } from './gmail-selectors.ts';

/** Gmail's own name of the draft in a compose window (`msg-a:r…`), or null before its first save. */
export function draftKeyIn(root: ParentNode): string | null {
  const value = root.querySelector<HTMLInputElement>(draftInput)?.value ?? '';
  return /^#?(msg-[a-z]:[\w:-]{1,80})$/.exec(value)?.[1] ?? null;
}
