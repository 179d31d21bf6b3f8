import type { Policy } from '@postrider/shared/application/ports/policy';

import type { KeyValues } from '../storage/key-values.ts';

/** What a rep chose in this browser, where the company has set nothing. */
export type RepSettings = {
  /** The company's word, else the rep's own, else yes. */
  followByDefault(policy: Policy): boolean;
  setFollowByDefault(follow: boolean): void;
  firstRunEnded(): boolean;
  endFirstRun(): void;
};

const followKey = 'follow';
const firstRunKey = 'firstRunEnded';

/** Keeps the choices as short texts. */
export function createRepSettings(kept: KeyValues): RepSettings {
  return {
    followByDefault: (policy) => policy.followByDefault ?? kept.read(followKey) !== 'no',
    setFollowByDefault: (follow) => kept.write(followKey, follow ? 'yes' : 'no'),
    firstRunEnded: () => kept.read(firstRunKey) === 'yes',
    endFirstRun: () => kept.write(firstRunKey, 'yes'),
  };
}
