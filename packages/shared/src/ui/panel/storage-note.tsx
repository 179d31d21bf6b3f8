import { Note } from '../parts/note.tsx';
import { usePanelState } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';

/** Says that the browser's storage is full, was emptied or belongs to a newer version, and what that means for the rep. */
export function StorageNote() {
  const { storage } = useSurroundings().messages;
  const trouble = usePanelState((state) => state.status?.storage ?? null);
  if (trouble === null) return null;
  switch (trouble) {
    case 'full':
      return <Note tone="needs-you" title={storage.full} why={storage.fullWhy} />;
    case 'lost':
      return <Note tone="waiting" title={storage.lost} why={storage.lostWhy} />;
    case 'newer':
      return <Note tone="needs-you" title={storage.newer} why={storage.newerWhy} />;
  }
}
