import type { SendBudget } from '../../domain/sending/budget.ts';
import type { Messages } from '../messages/en.ts';

/** The budget in one sentence. `count` writes a number, `point` an instant (epoch ms), as the rep reads them. */
export function budgetLine(
  budget: SendBudget,
  messages: Messages,
  count: (value: number) => string,
  point: (at: number) => string,
): string {
  const words = messages.budget;
  const left = count(budget.left);
  const max = count(budget.max);
  // What is not counted yet can only make less of it, so the warnings come first.
  if (budget.warn === 'over') {
    return budget.nextFreesAt === null ? words.over : words.overUntil(point(budget.nextFreesAt));
  }
  if (!budget.complete) return words.counting(left, max);
  return budget.warn === 'near' ? words.near(left, max) : words.line(left, max);
}

/** What frees up next, and when; the words for nothing where no mail is in the window. */
export function nextFree(
  budget: SendBudget,
  messages: Messages,
  count: (value: number) => string,
  point: (at: number) => string,
): string {
  const { nextAt, nextNone } = messages.budget;
  if (budget.nextFreesAt === null) return nextNone;
  return nextAt(
    budget.nextFrees,
    count(budget.nextFrees),
    budget.counts,
    point(budget.nextFreesAt),
  );
}
