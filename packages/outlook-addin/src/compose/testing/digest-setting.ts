import { buildDigest, type DigestInput } from '../../digest/build-digest.ts';
import { digestKey } from '../../digest/digest.ts';

/** Roaming settings with a digest that was written at `writtenAt`, for tests. */
export function digestSetting(
  writtenAt: number,
  changes: Partial<DigestInput> = {},
): Readonly<Record<string, string>> {
  const { text } = buildDigest({
    writtenAt,
    followByDefault: true,
    aliases: [],
    budget: null,
    blockedDomains: ['rival.example'],
    salt: 'pepper',
    suppressed: ['kim@initech.example'],
    pixel: null,
    ...changes,
  });
  return { [digestKey]: text };
}
