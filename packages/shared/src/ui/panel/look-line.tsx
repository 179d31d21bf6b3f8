import { Button } from '../parts/button.tsx';
import { usePanelState, usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { useNow } from '../time/use-now.ts';

/** The foot of the panel: when the mailbox was last read through, and the wish to read it now. */
export function LookLine() {
  const { messages, times } = useSurroundings();
  const now = useNow();
  const lookedAt = usePanelState((state) => state.status?.lookedAt ?? null);
  const looking = usePanelState((state) => state.lookAsked || state.status?.looking === true);
  const known = usePanelState((state) => state.status !== null);
  const store = usePanelStore();
  if (!known) return null;
  return (
    <footer className="look-line">
      <span className="soft">
        {lookedAt === null ? messages.look.never : messages.look.at(times.point(lookedAt, now))}
        <span aria-hidden> · </span>
      </span>
      <Button look="text" disabled={looking} onPress={() => void store.lookNow()}>
        {looking ? messages.look.looking : messages.look.now}
      </Button>
    </footer>
  );
}
