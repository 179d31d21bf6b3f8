import type { SendLaterOutcome } from '../send-later/hand-over-open-mail.ts';
import type { TimeToChoose } from '../send-later/times-to-choose.ts';

/** The words of the mail that is being written, and of sending it later. */
export const composeWords = {
  title: 'This mail',
  follow: 'Follow',
  followOn: 'It appears in the feed once it has left, then its reply or bounce.',
  followOff: 'No entry for this mail. A reply or bounce still appears, marked “not followed”.',
  followLocked:
    'This Outlook cannot mark a mail, so one that you send yourself is not followed. One that you send later is.',
  followFailed: 'Outlook did not take that. The mail leaves as it is.',
  other: (address: string) =>
    address === ''
      ? 'It is not written in your own mailbox. It leaves as usual, not in the feed.'
      : `It is written as ${address}. It leaves as usual, not in the feed.`,
  hint: 'Press Send when you are done, or “Track and send” above the mail.',
  notChecked: 'This Outlook does not check the recipients when you press Send. Look here first.',
  hintNoSend: 'Press Send when you are done.',
  suppressed: (address: string) => `${address} is suppressed`,
  blocked: (address: string) => `Your company lets no mail go to ${address}`,
  onHold: (address: string) => `Careful: mail to ${address} may have bounced`,
  refusedWhy: 'Outlook does not let this mail go until the address is taken out.',
  notCheckedWhy: 'Take it out before you send: this Outlook cannot check that for you.',
  onHoldWhy: 'The notice is not verified, so the mail leaves all the same.',
  later: 'Send later…',
  laterTitle: 'Send later',
  when: 'When',
  times: {
    'in-an-hour': 'In an hour',
    'tomorrow-morning': 'Tomorrow morning',
    'monday-morning': 'Monday morning',
  } satisfies Record<TimeToChoose['name'], string>,
  handOver: 'Hand over to Exchange',
  handingOver: 'Handing over…',
  cancel: 'Cancel',
  laterWhy:
    'Exchange keeps it and sends it then, with Outlook closed. It can be stopped only while this pane is open.',
  tooSoon: 'Choose a time at least two minutes from now.',
  tooLate: 'Choose a time within the next 60 days.',
  nobody: 'Enter a recipient first.',
  forbidden: (address: string) => `Not handed over: no mail may leave to ${address}`,
  forbiddenWhy: 'Take it out of the recipients, or undo it in the list of suppressed addresses.',
  cannot: (why: string) => `This mailbox cannot send later. ${why}`,
  held: (when: string) => `Exchange sends it ${when}`,
  heldWhy: 'Close its window without changing it. It waits in the list below.',
  outcome: {
    'not-saved': {
      title: 'Outlook did not save the mail',
      why: 'Nothing was handed over. Save it in Outlook and try again.',
    },
    left: { title: 'The mail has left already', why: 'It is in Sent Items.' },
    gone: {
      title: 'The mail is gone',
      why: 'Somebody deleted it meanwhile. Nothing leaves.',
    },
    unclear: {
      title: 'Exchange does not say whether it will send this mail',
      why: 'Look at it in Drafts before you send it again.',
    },
    waiting: {
      title: 'Not handed over yet',
      why: 'Exchange did not answer. Postrider goes on by itself while this pane is open.',
    },
    refused: { title: 'Exchange did not take the mail', why: '' },
  } satisfies Record<
    Exclude<SendLaterOutcome['kind'], 'held' | 'cannot' | 'forbidden'>,
    { readonly title: string; readonly why: string }
  >,
} as const;
