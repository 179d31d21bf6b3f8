import { Button } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import { useCopy } from '../parts/use-copy.ts';
import { usePanelState, usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';

/** Says that mail is not followed in the host's pages, why, and offers what an admin needs to know. */
export function RestingNote() {
  const { messages, times, clock } = useSurroundings();
  const health = usePanelState((state) => state.status?.health ?? null);
  const store = usePanelStore();
  const [copied, copy] = useCopy();
  if (health === null || health.kind === 'ok') return null;
  const words = messages.resting;
  const said = { 'not-yet': words.copy, done: words.copied, failed: words.copyFailed };
  const copyReport = async () => {
    const report = await store.healthReport();
    if (report !== null) copy(report);
  };
  return (
    <Note
      tone="waiting"
      title={words.line[health.reason]}
      why={`${words.why} ${words.since(times.point(health.since, clock()))}`}
      step={
        <>
          <Button look="plain" onPress={() => void copyReport()}>
            {said[copied]}
          </Button>
          <Button look="text" onPress={() => store.openPage('report')}>
            {words.see}
          </Button>
        </>
      }
    />
  );
}
