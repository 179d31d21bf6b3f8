import {
  buildDigest,
  type DigestInput,
} from '../../packages/outlook-addin/src/digest/build-digest.ts';
import { digestKey } from '../../packages/outlook-addin/src/digest/digest.ts';
import type { OutlookSandbox } from './outlook-e2e.ts';

/** Leaves a digest in a rep's mailbox, as the pane does after a look: Kim is suppressed, rival.example blocked. */
export function leaveDigest(
  { outlook }: OutlookSandbox,
  changes: Partial<DigestInput> = {},
  address = 'eva@adatum.example',
): void {
  const { text } = buildDigest({
    writtenAt: Date.now(),
    followByDefault: true,
    aliases: ['e.brandt@adatum.example'],
    budget: null,
    blockedDomains: ['rival.example'],
    salt: 'pepper',
    suppressed: ['kim@initech.example'],
    pixel: null,
    ...changes,
  });
  outlook.saveRoaming(address, { [digestKey]: JSON.stringify(text) });
}
