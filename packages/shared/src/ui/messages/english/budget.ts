import type { HostNames } from '../host-names.ts';
import { many } from './counting.ts';

/** The words of the sending budget: the line under the head, its page, and what is said where little is left. */
export function budgetWords({ mail, provider }: HostNames) {
  return {
    title: 'Sending budget',
    line: (left: string, max: string) => `${left} of ${max} left in 24 h`,
    near: (left: string, max: string) => `Close to the limit: ${left} of ${max} left in 24 h`,
    over: 'Nothing left in 24 h',
    overUntil: (when: string) => `Nothing left in 24 h; some frees up at ${when}`,
    counting: (left: string, max: string) => `Counting… at most ${left} of ${max} left in 24 h`,
    countingFirst: 'Counting what was sent in the last 24 h…',
    used: (used: string, max: string, complete: boolean) =>
      complete ? `${used} of ${max} messages` : `At least ${used} of ${max} messages, counting…`,
    last: 'Sent in the last 24 h',
    next: 'Next that frees up',
    nextNone: 'Nothing: no mail was sent in the last 24 h',
    nextAt: (count: number, shown: string, when: string) =>
      `${shown} ${many(count, 'message', 'messages')} at ${when}`,
    counted: 'What counts',
    countedWhy: `Every message that left this mailbox: by ${mail} in any browser, a phone, another computer, or Postrider. One message to many counts once.`,
    limit: 'Limit',
    limitIs: (max: string) => `${max} messages in any 24 hours`,
    lowered: `Set by your company, below what ${provider} allows.`,
    ceiling: `${provider} calls it a ceiling: some mailboxes are stopped earlier.`,
    source: 'Source',
    sourceOf: (name: string, date: string) => `${name}, as of ${date}`,
    readAt: 'Counted',
    recount: 'Count again',
    nearWhy: `Postrider only warns. At the limit ${provider} refuses mail, sometimes for a day.`,
    overWhy: `Mail still leaves ${mail} when you press Send, but ${provider} may refuse it, and then the whole mailbox for up to 24 hours.`,
    gate: `${provider} has stopped sending from this mailbox`,
    gateNamed: (until: string) => `It says: until ${until}. Your recipients are fine.`,
    gateGuessed: (until: string) =>
      `It names no time; Postrider takes it to last until ${until}. Your recipients are fine.`,
  };
}
