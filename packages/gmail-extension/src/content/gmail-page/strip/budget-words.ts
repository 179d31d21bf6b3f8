import type { SendBudget } from '@postrider/shared/domain/sending/budget';

import { messages } from '../../../messages/gmail-page.ts';

/** The sending budget in a few words; over the limit it says when some of it frees up. It warns and stops nothing. */
export function budgetWords(budget: SendBudget, now: number): string {
  const left = budget.left.toLocaleString(language);
  if (budget.warn !== 'over') {
    if (!budget.complete) return messages.budgetAtMost(left);
    return budget.warn === 'near' ? messages.budgetNear(left) : messages.budgetLeft(left);
  }
  return budget.nextFreesAt === null
    ? messages.budgetOver
    : messages.budgetOverUntil(
        budget.nextFrees.toLocaleString(language),
        timeOf(budget.nextFreesAt, now),
      );
}

const language = 'en';
const dayMs = 24 * 3_600_000;

function timeOf(at: number, now: number): string {
  const sameDay = at - now < dayMs && new Date(at).getDate() === new Date(now).getDate();
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Date(at).toLocaleString(language, sameDay ? time : { ...time, weekday: 'short' });
}
