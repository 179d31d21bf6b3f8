import type { SendBudget } from '../../domain/sending/budget.ts';
import { budgetLine, nextFree } from '../panel/budget-words.ts';
import { Bar } from '../parts/bar.tsx';
import { Button } from '../parts/button.tsx';
import { usePanelState, usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { useNow } from '../time/use-now.ts';
import { Fact, Facts } from './facts.tsx';
import { PageFrame } from './page-frame.tsx';

/** The sending budget in full: what is left, what counts, whose limit it is, what frees up next. */
export function BudgetPage() {
  const { budget: words } = useSurroundings().messages;
  const budget = usePanelState((state) => state.status?.budget ?? null);
  return (
    <PageFrame title={words.title}>
      {budget === null ? <p>{words.countingFirst}</p> : <Budget budget={budget} />}
    </PageFrame>
  );
}

function Budget({ budget }: { readonly budget: SendBudget }) {
  const { messages, times } = useSurroundings();
  const words = messages.budget;
  const { recount } = usePanelStore();
  const now = useNow();
  const point = (at: number) => times.point(at, now);
  const max = times.count(budget.max);
  return (
    <>
      <div className="budget-sum">
        <p className={`budget-left tone-budget-${budget.warn}`}>
          {budgetLine(budget, messages, times.count, point)}
        </p>
        <Bar
          share={budget.max === 0 ? 0 : budget.left / budget.max}
          tone={budget.warn === 'none' ? 'plain' : budget.warn}
        />
        {budget.warn !== 'none' && (
          <p className="soft">{budget.warn === 'over' ? words.overWhy : words.nearWhy}</p>
        )}
      </div>
      <Facts>
        <Fact name={words.last}>
          {words.used(times.count(budget.used), max, budget.counts, budget.complete)}
        </Fact>
        <Fact name={words.next}>{nextFree(budget, messages, times.count, point)}</Fact>
        <Fact name={words.counted}>{words.countedWhy[budget.counts]}</Fact>
        <Fact name={words.limit} {...(budget.source === null ? {} : { why: words.ceiling })}>
          {words.limitIs(max, budget.counts)}
        </Fact>
        <Fact name={words.source}>
          {budget.source === null
            ? words.ownSource
            : words.sourceOf(budget.source.name, times.date(budget.source.date))}
        </Fact>
        <Fact name={words.readAt}>
          {times.point(budget.countedAt, now)}
          <span aria-hidden> · </span>
          <Button look="text" disabled={!budget.complete} onPress={() => void recount()}>
            {words.recount}
          </Button>
        </Fact>
      </Facts>
    </>
  );
}
