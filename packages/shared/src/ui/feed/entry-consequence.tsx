import Ban from 'lucide-react/icons/ban';
import Hourglass from 'lucide-react/icons/hourglass';

import type { EventId } from '../../domain/ids.ts';
import { Button } from '../parts/button.tsx';
import { usePanelState, usePanelStore } from '../store/panel-context.tsx';
import { suppressionFor } from '../store/suppression-index.ts';
import { useSurroundings } from '../surroundings.tsx';

/** What a bounce or a complaint led to: the address is suppressed or on hold, and that can be undone. */
export function EntryConsequence(props: { readonly eventId: EventId; readonly tabStop: boolean }) {
  const { messages } = useSurroundings();
  const words = messages.suppressed;
  const suppression = usePanelState((state) => suppressionFor(state.suppressions, props.eventId));
  const { unsuppress } = usePanelStore();
  if (suppression === null) return null;
  const onHold = suppression.status === 'on-hold';
  const Icon = onHold ? Hourglass : Ban;
  return (
    <p className="entry-consequence">
      <Icon size={14} aria-hidden className={onHold ? 'tone-waiting' : 'tone-needs-you'} />
      <span>
        {onHold ? `${words.entryOnHold}. ${words.onHoldWhy}` : words.entry}
        <span aria-hidden> · </span>
        <Button
          look="text"
          label={words.undoFor(suppression.address)}
          tabStop={props.tabStop}
          onPress={() => void unsuppress(suppression.address)}
        >
          {messages.undo}
        </Button>
      </span>
    </p>
  );
}
