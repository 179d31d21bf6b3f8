import { Note } from '../parts/note.tsx';
import { usePanelState } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';

/** Says that the browser's storage is full or was emptied, and what that means for the rep. */
export function StorageNote() {
  const { storage } = useSurroundings().messages;
  const trouble = usePanelState((state) => state.status?.storage ?? null);
  if (trouble === null) return null;
  return trouble === 'full' ? (
    <Note tone="needs-you" title={storage.full} why={storage.fullWhy} />
  ) : (
    <Note tone="waiting" title={storage.lost} why={storage.lostWhy} />
  );
}
