import type { PaneTrouble } from '../core/pane-state.ts';

type Words = { readonly title: string; readonly why: string };

/** The words of what only the pane in Outlook has. */
export const paneWords = {
  opening: 'Opening Postrider',
  tryAgain: 'Try again',
  back: 'Back',
  trouble: {
    'no-answer': {
      title: 'Outlook does not answer',
      why: 'Postrider waited for Outlook in vain. Your mail is not touched by it. Try again, or close and open this pane.',
    },
    'not-in-outlook': {
      title: 'Postrider lives in Outlook',
      why: 'This page shows something only beside your mail in Outlook.',
    },
    'no-storage': {
      title: 'This browser stores nothing for Postrider',
      why: 'It blocks the storage of pages inside Outlook, or the disk is full. Allow it for this address, or free some space. Mail leaves as usual, not in the feed.',
    },
    'newer-data': {
      title: 'A newer Postrider wrote what is stored here',
      why: 'Close and open this pane to load it. Until then nothing is read and nothing changed; mail leaves Outlook as usual.',
    },
  } satisfies Record<Exclude<PaneTrouble['kind'], 'no-exchange'>, Words>,
  noExchange: {
    'outlook-com': {
      title: 'This is an Outlook.com mailbox',
      why: 'Postrider works with work mailboxes on Exchange only. Mail leaves as usual, not in the feed.',
    },
    gmail: {
      title: 'This is a Gmail mailbox',
      why: 'Outlook lets no add-in read it. For Gmail there is Postrider in Chrome.',
    },
    unknown: {
      title: 'This mailbox is not on Exchange',
      why: 'Postrider works with mailboxes on Exchange Online or a company’s own Exchange Server. Mail leaves as usual, not in the feed.',
    },
  } satisfies Record<string, Words>,
  digest: {
    missing: 'Outlook does not check everything when you press Send',
    missingWhy: (addresses: string, domains: string) =>
      `There is room for the newest only: ${addresses} suppressed addresses and ${domains} blocked domains are checked in this pane alone.`,
  },
  policy: {
    broken: 'Your company’s policy file cannot be read',
    brokenWhy: (at: string) =>
      `Tell your admin: policy.json is wrong at “${at}”. The last policy that was right still holds.`,
    unreachable: 'Your company’s policy could not be read',
    unreachableWhy: 'The last one that was read still holds. Postrider tries again by itself.',
  },
} as const;
