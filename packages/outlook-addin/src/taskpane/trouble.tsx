import { BlankState } from '@postrider/shared/ui/parts/blank-state';
import { Button } from '@postrider/shared/ui/parts/button';

import type { PaneTrouble } from '../core/pane-state.ts';
import { paneWords } from '../messages/pane.ts';

/** Why the pane shows nothing, and the one thing to do about it where there is one. */
export function Trouble({ trouble }: { readonly trouble: PaneTrouble }) {
  const words =
    trouble.kind === 'no-exchange'
      ? paneWords.noExchange[trouble.account]
      : paneWords.trouble[trouble.kind];
  const helps = trouble.kind === 'no-answer' || trouble.kind === 'no-storage';
  const again = (
    <Button look="primary" onPress={() => location.reload()}>
      {paneWords.tryAgain}
    </Button>
  );
  return (
    <main>
      <BlankState title={words.title} {...(helps ? { step: again } : {})}>
        <p>{words.why}</p>
      </BlankState>
    </main>
  );
}
