import type { Refusal } from '../digest/ask-digest.ts';
import { words } from './words.ts';

/** A Smart Alert holds 500 characters and the infobar 150: so many addresses are named, each cut to so many. */
const named = 3;
const longestAddress = 50;

/** Why a mail was not let go and what to do, for Outlook's Smart Alert. At least one refusal. */
export function refusalWords(refusals: readonly Refusal[]): string {
  const suppressed = refusals.filter(({ kind }) => kind === 'suppressed');
  const blocked = refusals.filter(({ kind }) => kind === 'blocked-domain');
  return [
    words.refused,
    ...(suppressed.length === 0 ? [] : [words.suppressed(list(suppressed), suppressed.length)]),
    ...(blocked.length === 0 ? [] : [words.blocked(list(blocked))]),
    suppressed.length === 0 ? words.takeOut(refusals.length) : words.takeOutOrUndo(refusals.length),
  ].join(' ');
}

/** The same in one line, for the infobar while the mail is being written. */
export function warningWords(refusals: readonly Refusal[]): string {
  const [only, ...others] = refusals;
  if (only === undefined) return '';
  if (others.length > 0) return words.warnedMany(refusals.length);
  const address = clipped(only.address);
  return only.kind === 'suppressed'
    ? words.warnedSuppressed(address)
    : words.warnedBlocked(address);
}

function list(refusals: readonly Refusal[]): string {
  const names = refusals
    .slice(0, named)
    .map(({ address }) => clipped(address))
    .join(', ');
  return refusals.length > named ? names + words.andMore(refusals.length - named) : names;
}

function clipped(address: string): string {
  return address.length <= longestAddress ? address : `${address.slice(0, longestAddress - 1)}…`;
}
