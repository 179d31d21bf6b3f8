import { Note } from '../parts/note.tsx';
import { usePanelState } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';

/** Says that the provider stopped this mailbox's sending, and until when. */
export function GateNote() {
  const { messages, times, clock } = useSurroundings();
  const gate = usePanelState((state) => state.status?.sendingGate ?? null);
  if (gate === null || gate.until <= clock()) return null;
  const words = messages.budget;
  const until = times.point(gate.until, clock());
  return (
    <Note
      tone="needs-you"
      title={words.gate}
      why={gate.named ? words.gateNamed(until) : words.gateGuessed(until)}
    />
  );
}
