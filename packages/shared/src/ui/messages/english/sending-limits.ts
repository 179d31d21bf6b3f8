import type { QueueLimit } from '../../../application/panel/queue.ts';
import type { HostNames } from '../host-names.ts';

const hourMs = 3_600_000;

/** The words of the limits that hold mail back. */
export function limitWords({ provider }: HostNames) {
  return {
    amount: (shown: string, { counts, windowMs }: Pick<QueueLimit, 'counts' | 'windowMs'>) =>
      `${shown}${counted[counts]} ${span(windowMs)}`,
    whose: {
      provider: (amount: string) => `${amount} is ${provider}'s limit`,
      company: (amount: string) => `${amount} is your company's limit`,
      default: (amount: string) => `${amount} is the default for group mail`,
      share: (amount: string) => `${amount} is your share of your company's limit at ${provider}`,
    },
    kept: (kept: string) => `${kept} of them stay free for mail you write yourself`,
    /** For a limit whose numbers are not told. */
    unnamed: 'A sending limit holds it back',
  };
}

const counted: Readonly<Record<QueueLimit['counts'], string>> = {
  messages: '',
  recipients: ' recipients',
  external: ' recipients outside your company',
};

function span(windowMs: number): string {
  if (windowMs < hourMs) return 'a minute';
  return windowMs < 24 * hourMs ? 'an hour' : 'a day';
}
