import type { BudgetWord } from '../digest/ask-digest.ts';
import type { Followed } from '../lanes/follow-mail.ts';
import { dayAndTime, grouped, timeOfDay } from './time-words.ts';
import { words } from './words.ts';

/** What is said of the budget behind the status: only when it is near its end. */
export function budgetSuffix(word: BudgetWord): string {
  if (word.kind === 'near') return ` ${words.near(counted(word.left, word.counts))}`;
  return word.kind === 'over' ? ` ${words.over(counted(word.left, word.budget.counts))}` : '';
}

/** What became of marking, for the infobar. */
export function followedWords(followed: Followed): string {
  if (followed.kind === 'followed') return words.followed;
  return followed.kind === 'unsupported' ? words.followUnsupported : words.followFailed;
}

/** The question of a Smart Alert about the budget. */
export function overPromptWords(word: Extract<BudgetWord, { kind: 'over' }>, now: number): string {
  const at = word.budget.nextFreesAt;
  const more = at === null ? '' : words.moreFrom(at - now < dayMs ? timeOfDay(at) : dayAndTime(at));
  return words.overPrompt(counted(word.left, word.budget.counts), more);
}

const dayMs = 24 * 3_600_000;

function counted(left: number, counts: 'messages' | 'recipients'): string {
  return words[counts](grouped(left));
}
