import type { WaitingStanding } from '@postrider/shared/application/deferred-send/deferred-send';

/** The words of mail that Exchange sends later. */
export const waitingWords = {
  title: (count: number, shown: string) =>
    `${shown} ${count === 1 ? 'mail waits' : 'mails wait'} at Exchange`,
  none: 'No mail waits at Exchange',
  why: 'Exchange sends what waits with Outlook closed. It can be stopped only while this pane is open.',
  to: (first: string, more: number) => (more === 0 ? `To ${first}` : `To ${first} + ${more} more`),
  noSubject: '(no subject)',
  leaves: (when: string) => `Leaves ${when}`,
  standing: {
    'handing-over': 'Being handed over',
    held: '',
    due: 'Leaving now: not yet in Sent Items',
    cancelling: 'Being cancelled: not yet certain',
    refused: 'Exchange did not take it',
    missed: 'Its time passed before it was handed over. It lies in Drafts.',
    gone: 'Somebody deleted it. It does not leave.',
    unclear: 'Exchange does not say whether it will leave. Look at it in Drafts.',
  } satisfies Record<WaitingStanding['kind'], string>,
  cancel: 'Cancel',
  cancelOf: (subject: string) => `Cancel “${subject}”`,
  cancelling: 'Cancelling…',
  dismiss: 'Put away',
  dismissOf: (subject: string) => `Put “${subject}” away`,
  cancelled: 'Cancelled: it is deleted and does not leave.',
  tooLate: 'Too late: it has left.',
  unconfirmed: 'Not certain yet whether it is stopped. Postrider looks again by itself.',
  notKnown: 'It is not on the list any more.',
} as const;
