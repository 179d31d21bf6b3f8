import type { Notice } from '../notice.ts';

/** Milliseconds that reading any single message may take. */
export const mostMs = 50;

/** Characters of a notice as JSON: whatever comes in, what goes out is bounded. */
const mostChars = 4_000_000;

/** What is wrong with a notice, whatever it was read from; empty if it keeps every promise of `Notice`. For tests. */
export function faultsOf(notice: Notice): readonly string[] {
  const isReport = notice.kind === 'bounce' || notice.kind === 'delayed';
  const faults = [
    isReport === notice.recipients.length > 0 ? '' : 'recipients do not fit the kind',
    JSON.stringify(notice).length < mostChars ? '' : 'too long',
    ...notice.recipients.map((one) => {
      if (one.address === '' || one.address !== one.address.toLowerCase()) return 'address';
      if (one.diagnostic.length > 2000) return 'diagnostic';
      if (!/^[245]\.\d\.\d{1,3}$/.test(one.status ?? '5.0.0')) return 'status';
      return one.hard && one.action !== 'failed' ? 'hard' : '';
    }),
  ];
  return faults.filter((fault) => fault !== '');
}
