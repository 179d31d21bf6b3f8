import { createHash } from 'node:crypto';

/** InboxSDK's app id for a name: it checks only that the end is the start of the name's SHA-1. */
export function appId(name: string): string {
  return `sdk_${name}_${createHash('sha1').update(name).digest('hex').slice(0, 10)}`;
}
