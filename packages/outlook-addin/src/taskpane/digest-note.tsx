import { Note } from '@postrider/shared/ui/parts/note';
import { useSurroundings } from '@postrider/shared/ui/surroundings';

import type { PaneCore } from '../core/pane-core.ts';
import { paneWords } from '../messages/pane.ts';
import { useCore } from './use-core.ts';

const missingOf = (core: PaneCore) => core.digest.missing();

/** Says what found no room in what Outlook checks at Send: only this pane knows those. */
export function DigestNote({ core }: { readonly core: PaneCore }) {
  const { times } = useSurroundings();
  const { suppressed, blockedDomains } = useCore(core, missingOf);
  const words = paneWords.digest;
  if (suppressed + blockedDomains === 0) return null;
  return (
    <Note
      tone="waiting"
      title={words.missing}
      why={words.missingWhy(times.count(suppressed), times.count(blockedDomains))}
    />
  );
}
