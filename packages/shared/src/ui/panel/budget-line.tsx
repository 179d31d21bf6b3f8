import ChevronRight from 'lucide-react/icons/chevron-right';
import CircleAlert from 'lucide-react/icons/circle-alert';
import TriangleAlert from 'lucide-react/icons/triangle-alert';

import type { SendBudget } from '../../domain/sending/budget.ts';
import { Bar } from '../parts/bar.tsx';
import { usePanelState, usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { useNow } from '../time/use-now.ts';
import { budgetLine } from './budget-words.ts';

/** What is left of the sending limit, in one line that opens the budget's page. */
export function BudgetLine() {
  const { messages, times } = useSurroundings();
  const budget = usePanelState((state) => state.status?.budget ?? null);
  const counted = usePanelState((state) => state.status?.connection.kind === 'connected');
  const unlimited = usePanelState((state) => state.status?.unlimited ?? null);
  const { openPage } = usePanelStore();
  const now = useNow();
  const point = (at: number) => times.point(at, now);
  if (unlimited !== null) {
    const { sent, complete } = unlimited;
    return (
      <p className="panel-line soft">{messages.budget.unlimited(times.count(sent), complete)}</p>
    );
  }
  if (budget === null) {
    return counted ? (
      <output className="panel-line soft">{messages.budget.countingFirst}</output>
    ) : null;
  }
  return (
    <button type="button" className="panel-line" onClick={() => openPage('budget')}>
      <Mark warn={budget.warn} />
      <span className="panel-line-words">{budgetLine(budget, messages, times.count, point)}</span>
      <Bar
        share={budget.max === 0 ? 0 : budget.left / budget.max}
        tone={budget.warn === 'none' ? 'plain' : budget.warn}
      />
      <ChevronRight size={14} aria-hidden className="points-on" />
    </button>
  );
}

function Mark(props: { readonly warn: SendBudget['warn'] }) {
  switch (props.warn) {
    case 'none':
      return null;
    case 'near':
      return <TriangleAlert size={16} aria-hidden className="tone-waiting" />;
    case 'over':
      return <CircleAlert size={16} aria-hidden className="tone-needs-you" />;
  }
}
