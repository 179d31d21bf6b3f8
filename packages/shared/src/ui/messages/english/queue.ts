import { say } from '../../text/sentence.ts';
import type { HostNames } from '../host-names.ts';
import { many } from './counting.ts';
import { limitWords } from './sending-limits.ts';

/** The words of mail that leaves in the background: the queue and its mails. */
export function queueWords(host: HostNames) {
  const { mail, provider } = host;
  return {
    tab: 'Queue',
    limits: limitWords(host),
    summary: (waiting: string, doneAt: string | null) =>
      doneAt === null ? `${waiting} waiting` : `${waiting} waiting · done about ${doneAt}`,
    pause: 'Pause',
    resume: 'Resume',
    cancel: 'Cancel',
    newGroup: 'New group mail',
    loading: 'Reading the queue',
    failed: 'The queue could not be read',
    failedWhy: 'Nothing is lost by it, and nothing leaves twice.',
    moreFailed: 'The rest of the list could not be read.',
    empty: 'Nothing waits to leave',
    emptyWhy: `A group mail is a draft of yours, sent to each person of a list as a mail of their own. It leaves from ${mail}, no faster than the limits allow.`,
    nobody: 'No mail is in this list',
    list: 'Mails, the next to leave first',
    groups: 'Group mails',
    next: 'Next to leave',

    elsewhere: 'Another browser or computer sends this queue',
    elsewhereWhy: (when: string) => `If it stops, this one takes over at ${when}.`,
    gate: (when: string) => `${provider} has stopped sending until ${when}`,
    gateWhy: 'The queue waits and goes on by itself. Trying earlier only makes it longer.',
    trouble: 'Sending has met a problem',
    troubleWhy: `${mail} did not take the last mail. It is tried again by itself; nothing leaves twice.`,
    allPaused: 'Paused. Nothing leaves until you resume.',

    progress: (sent: string, all: string) => `${sent} of ${all} sent`,
    other: (shown: string) => `${shown} did not leave as planned`,
    doneAbout: (when: string) => `done about ${when}`,
    states: {
      done: 'Done',
      cancelled: 'Cancelled',
      person: 'Paused by you',
      admin: 'Paused by your admin',
      bounces: 'Paused: too many of its mails bounced',
      'source-gone': 'Paused: its draft is gone',
      'source-changed': 'Paused: its draft asks for more than the list says',
    },
    stateWhy: {
      admin: 'Your admin can let it go on.',
      bounces: 'Check the list before you resume: more bounces harm your address.',
      'source-gone': `Text and list stood in a draft of ${mail} that was deleted. Take it out of the bin and resume, or cancel.`,
      'source-changed':
        'A field was added to the draft that the list has no column for. Take it out or give it a fallback, then resume.',
    },

    cancelAsk: 'Cancel the rest of it?',
    cancelWhy: (left: number, shownLeft: string, waiting: string) =>
      left === 0
        ? `None has left yet. ${waiting} will not leave.`
        : `${shownLeft} ${many(left, 'has', 'have')} left already and cannot be taken back. ${waiting} will not leave.`,
    cancelYes: 'Cancel the rest',
    cancelNo: 'Keep sending',
    cancelMail: 'Take out of the queue',
    cancelMailAsk: (who: string) => say`Not send to ${who}?`,
    cancelMailWhy: 'It has not left, and will not.',
    cancelMailNo: 'Keep it',
    sendNext: 'Send next',
    sendNextWhy: 'It goes before all others, as soon as the limits allow.',

    unsure: (count: number, shown: string) =>
      `${shown} ${many(count, 'mail', 'mails')} may have left`,
    unsureWhy: `Sending was cut off, and ${mail} shows no copy. Look in Sent, or ask the person. Nothing is sent twice by itself.`,
    itLeft: 'It left',
    itLeftFor: (who: string) => `It left: ${who}`,
    sendAgain: 'Send it again',
    sendAgainFor: (who: string) => `Send it again: ${who}`,

    show: 'Show',
    shows: { waiting: 'Waiting', sent: 'Sent', other: 'Not sent' },
    entry: {
      leaving: 'Leaving now',
      leavingShort: 'Now',
      noTime: 'No time yet',
      soon: 'Leaves at its time',
      held: `${provider} has it and sends it at its time, even while this computer is off`,
      sent: (when: string) => `Sent ${when}`,
      unsure: 'It may have left',
      cancelled: { person: 'Taken out by you', 'draft-deleted': 'Its draft was deleted' },
      refused: (reason: string) => say`Not sent: ${reason}`,
      paused: 'Its group mail is paused',
    },
    said: {
      paused: 'Paused. Nothing leaves.',
      resumed: 'Resumed.',
      cancelled: 'Cancelled. What had not left will not leave.',
      takenOut: 'Taken out of the queue.',
      next: 'It goes next.',
      decided: 'Noted.',
      failed: 'That did not work. Nothing was changed. Try again.',
    },
  };
}
