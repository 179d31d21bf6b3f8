import ChevronRight from 'lucide-react/icons/chevron-right';
import MailQuestion from 'lucide-react/icons/mail-question-mark';

import { usePanelState, usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';

/** Says that bounces wait to be matched by hand, and leads to them; nothing where there are none. */
export function UnmatchedLine() {
  const { messages } = useSurroundings();
  const count = usePanelState((state) => state.status?.unmatched ?? 0);
  const { openPage } = usePanelStore();
  if (count === 0) return null;
  return (
    <button type="button" className="panel-line" onClick={() => openPage('unmatched')}>
      <MailQuestion size={16} aria-hidden className="tone-waiting" />
      <span className="panel-line-words">{messages.unmatched.note(count)}</span>
      <ChevronRight size={14} aria-hidden className="points-on" />
    </button>
  );
}
