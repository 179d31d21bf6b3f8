import { say } from '../../text/sentence.ts';
import type { HostNames } from '../host-names.ts';
import { list, many } from './counting.ts';

/** The words of the suppression list, and of what a bounce led to in the feed. */
export function suppressedWords({ mail }: HostNames) {
  return {
    title: 'Suppressed addresses',
    why: `${mail} does not send to these while Postrider is on. You are told at Send, and can undo it here.`,
    entry: 'Address suppressed',
    entryOnHold: 'On hold, unverified',
    onHoldWhy: 'Anybody could have written this notice, so mail to the address still leaves.',
    undoFor: (address: string) => `Undo: ${address} may be written to again`,
    search: 'Search addresses',
    count: (count: number, shown: string) => `${shown} ${many(count, 'address', 'addresses')}`,
    none: 'No address is suppressed',
    noneWhy: 'An address gets here when it bounces for good, reports spam, or when you add it.',
    nothingFound: 'No address matches',
    export: 'Export CSV',
    fileName: 'postrider-suppressed.csv',
    columns: {
      address: 'Address',
      status: 'Status',
      since: 'Since',
      by: 'By',
      because: 'Because',
      why: 'Why',
    },
    status: { suppressed: 'Suppressed', 'on-hold': 'On hold, unverified' },
    because: { bounced: 'Bounced', complained: 'Reported spam', 'by-hand': 'Added by hand' },
    by: { person: 'you', admin: 'your admin', product: 'Postrider' },
    reason: (because: string, by: string, when: string) => `${because} · ${by} · ${when}`,
    add: 'Add an address',
    address: 'Address',
    addressHint: 'Nobody is told that you add it.',
    addressWrong: 'This is not an email address.',
    note: 'Why',
    noteHint: 'For yourself and your team; may stay empty.',
    addStep: 'Suppress',
    cancel: 'Cancel',
    takenOff: (address: string) => say`${address} may be written to again.`,
    takeOff: 'Take off the list',
    putBack: 'Put back',
    company: 'Blocked by your company',
    companyWhy: (domains: readonly string[]) =>
      `No mail leaves to ${list('any', domains)}. It cannot be changed here.`,
  };
}

/** The words of the list of bounces that could not be tied to a mail. */
export function unmatchedWords({ mail }: HostNames) {
  return {
    title: 'Bounces we could not match',
    note: (count: number) =>
      `${count} ${many(count, 'bounce', 'bounces')} could not be matched to a mail`,
    why: 'Each names no mail of yours clearly enough. Pick the mail it is about, or say that it is none of them.',
    kind: {
      bounce: (who: string) => say`${who} bounced`,
      delayed: (who: string) => say`Delayed: ${who}`,
      complaint: (who: string) => say`${who} reported spam`,
    },
    kindOnly: {
      bounce: 'A bounce that names nobody',
      delayed: 'A delay that names nobody',
      complaint: 'A complaint that names nobody',
    },
    about: (subject: string) => say`It speaks of “${subject}”.`,
    candidates: 'Which mail is it about?',
    noCandidates: 'No mail of yours fits.',
    candidate: (who: string, subject: string) => say`${who}: ${subject}`,
    confidence: { likely: 'likely', possible: 'possible', guess: 'a guess' },
    matched: 'Matched by you',
    none: 'None of these',
    dismiss: 'Take off the list',
    dismissed: 'Taken off the list',
    gone: `The notice or the mail is not in ${mail} any more. Nothing was changed.`,
    empty: 'Every bounce is matched',
    emptyWhy: 'A bounce that names no mail of yours clearly enough waits here for you.',
  };
}
