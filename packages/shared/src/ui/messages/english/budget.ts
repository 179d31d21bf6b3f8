import type { SendLimit } from '../../../domain/sending/limits.ts';
import type { HostNames } from '../host-names.ts';
import { many } from './counting.ts';

type Counts = SendLimit['counts'];

const one = { messages: 'message', recipients: 'recipient' } as const;

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
    used: (used: string, max: string, counts: Counts, complete: boolean) =>
      complete ? `${used} of ${max} ${counts}` : `At least ${used} of ${max} ${counts}, counting…`,
    last: 'Sent in the last 24 h',
    next: 'Next that frees up',
    nextNone: 'Nothing: no mail was sent in the last 24 h',
    nextAt: (count: number, shown: string, counts: Counts, when: string) =>
      `${shown} ${many(count, one[counts], counts)} at ${when}`,
    counted: 'What counts',
    countedWhy: {
      messages: `Every message that left this mailbox: by ${mail} in any browser, a phone, another computer, or Postrider. One message to many counts once.`,
      recipients: `Every address that mail from this mailbox went to, in To, Cc and Bcc: by ${mail} on any device, or by Postrider. The same address counts each time, a group of your company once.`,
    },
    limit: 'Limit',
    limitIs: (max: string, counts: Counts) => `${max} ${counts} in any 24 hours`,
    unlimited: (sent: string, complete: boolean) =>
      complete
        ? `${sent} sent in 24 h; your mail server names no limit`
        : `At least ${sent} sent in 24 h, counting…`,
    ceiling: `${provider} calls it a ceiling: some mailboxes are stopped earlier.`,
    source: 'Source',
    sourceOf: (name: string, date: string) => `${name}, as of ${date}`,
    ownSource: 'Your company',
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
