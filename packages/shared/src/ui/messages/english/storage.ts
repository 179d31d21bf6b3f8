import type { HostNames } from '../host-names.ts';

/** The words of trouble with the browser's storage. */
export function storageWords({ mail }: HostNames) {
  return {
    newer: 'A newer Postrider wrote what is stored here',
    newerWhy: `Update Postrider. Until then it reads nothing and changes nothing; mail leaves ${mail} as usual, untracked.`,
    full: 'No room left on this computer',
    fullWhy: `Your browser cannot store anything more, so ${mail} is not read. Nothing is lost: free some space, and Postrider catches up.`,
    lost: 'Postrider’s storage was emptied',
    lostWhy: `Replies and bounces of the last two weeks are read again from ${mail}. Addresses you suppressed by hand, and which mail you followed, are lost.`,
  };
}
