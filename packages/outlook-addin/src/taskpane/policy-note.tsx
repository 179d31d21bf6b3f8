import { Note } from '@postrider/shared/ui/parts/note';

import type { PaneCore } from '../core/pane-core.ts';
import { paneWords } from '../messages/pane.ts';
import { useCore } from './use-core.ts';

const troubleOf = (core: PaneCore) => core.policy.trouble();

/** Says that the company's policy file is broken or cannot be reached, and what holds meanwhile. */
export function PolicyNote({ core }: { readonly core: PaneCore }) {
  const trouble = useCore(core, troubleOf);
  const words = paneWords.policy;
  switch (trouble?.kind) {
    case undefined:
      return null;
    case 'broken':
      return <Note tone="needs-you" title={words.broken} why={words.brokenWhy(trouble.at)} />;
    case 'unreachable':
      return <Note tone="waiting" title={words.unreachable} why={words.unreachableWhy} />;
  }
}
