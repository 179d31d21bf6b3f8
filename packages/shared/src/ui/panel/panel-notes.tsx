import { Button } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import { usePanelState, usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { GateNote } from './gate-note.tsx';
import { OutcomeNote } from './outcome-note.tsx';
import { ProblemNote } from './problem-note.tsx';
import { RestingNote } from './resting-note.tsx';
import { StorageNote } from './storage-note.tsx';
import { TestMailNote } from './test-mail-note.tsx';

/** What the rep must know before the content: no answer, a connection that did not come about, a look that failed. */
export function PanelNotes() {
  const { failure, tryAgain } = useSurroundings().messages;
  const unreachable = usePanelState((state) => state.unreachable);
  const outcome = usePanelState((state) => state.outcome);
  const unreadable = usePanelState((state) => state.status?.unreadable ?? 0);
  const store = usePanelStore();
  return (
    <>
      {unreachable && (
        <Note
          tone="needs-you"
          title={failure.unreachable}
          why={failure.unreachableWhy}
          step={
            <Button look="plain" onPress={() => void store.retry()}>
              {tryAgain}
            </Button>
          }
        />
      )}
      {outcome !== null && <OutcomeNote outcome={outcome} onClose={store.dismissOutcome} />}
      <ProblemNote />
      <StorageNote />
      <GateNote />
      <RestingNote />
      <TestMailNote />
      {unreadable > 0 && (
        <Note tone="waiting" title={failure.unreadable(unreadable)} why={failure.unreadableWhy} />
      )}
    </>
  );
}
