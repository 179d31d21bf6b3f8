import { assumed } from '../../assumed.ts';
import type { Person } from '../../page-data.ts';
import type { Draft } from './draft.ts';
import type { Modes } from './modes.ts';

/** What stands in a compose window at this moment. */
export type Written = Pick<
  Draft,
  'from' | 'to' | 'cc' | 'bcc' | 'subject' | 'html' | 'quote' | 'direction' | keyof Modes
> & {
  /** The same as words only. */
  readonly text: string;
};

/** What is to become of the mail; a scheduled one names its time, epoch ms. */
export type Purpose = 'save' | 'send' | { readonly sendAt: number };

/** Saves a draft or sends it, in the array shape recorded in September 2022 (fixtures/gmail/inboxsdk-sync). */
export function syncRequest(
  purpose: Purpose,
  draft: Pick<Draft, 'key' | 'threadKey' | 'saved' | 'answers'>,
  written: Written,
  context: { readonly number: number; readonly now: number },
): unknown {
  const { number, now } = context;
  const message = messageArray(purpose, draft, written, now);
  const update = [number, [draft.threadKey, change(draft, message, now)]];
  const session = [now, 1, now, purpose === 'save' ? 0 : 1, 205];
  return purpose !== 'save'
    ? [[null, null, 2], [[update]], null, session, 2]
    : [null, [[update]], [1, number, null, null, [null, 0], null, 1], session, 2];
}

// A new thread carries its message at [2], a new message of a thread at [1], a changed one at [13].
function change(
  { saved, answers, threadKey }: Pick<Draft, 'saved' | 'answers' | 'threadKey'>,
  message: unknown,
  now: number,
): unknown {
  if (saved) return sparse(14, { 13: [message, null, 1] });
  if (answers !== null) return [null, [message, null, 1, null, [now]]];
  return [null, null, [['', null, now, threadKey, [message]]]];
}

function messageArray(
  purpose: Purpose,
  { key, answers }: Pick<Draft, 'key' | 'answers'>,
  written: Written,
  now: number,
): unknown {
  const { from } = written;
  return sparse(52, {
    0: key,
    1: [1, from.address, from.name, null, null, null, null, null, null, from.address],
    2: contacts(written.to),
    3: contacts(written.cc),
    4: contacts(written.bcc),
    6: now,
    7: written.subject,
    8: [null, partsOf(written), null, null, null, null, 1],
    10: labels(purpose, answers !== null),
    15: answers?.messageId,
    17: now,
    35: [null, null, null, null, null, 0],
    36: [null, null, null, 0],
    41: 0,
    42: [0, 0, 1, 0],
    [assumed.placeOfTime.value]: typeof purpose === 'object' ? purpose.sendAt : null,
    [assumed.placeOfProtection.value]: written.protection === 'none' ? null : written.protection,
    [assumed.placeOfMerge.value]: written.merges ? 1 : null,
    51: `s:6253542622a63a8c|#${key}|0`,
  });
}

function partsOf({
  html,
  text,
  quote,
  direction,
  plainText,
  protection,
}: Written): readonly unknown[] {
  // A stand-in for the encryption: what counts is that no word of the mail is in the traffic.
  if (protection === 'client-side') {
    return [[assumed.partEncrypted.value, btoa(encodeURIComponent(html + quote))]];
  }
  if (plainText) return [[assumed.partPlainText.value, text]];
  const part = [0, `<div dir="${direction}">${html}</div>`];
  return quote === '' ? [part] : [part, [2, quote]];
}

function labels(purpose: Purpose, answer: boolean): readonly string[] {
  if (purpose === 'save') return ['^all', '^r', '^r_bt'];
  if (typeof purpose === 'object') return ['^all', assumed.labelScheduled.value];
  const sent = ['^all', '^pfg', '^f_bt', '^f_btns', '^f_cl'];
  return answer ? sent : [...sent, '^i', '^u'];
}

function contacts(people: readonly Person[]): unknown {
  return people.length === 0
    ? null
    : people.map(({ address, name }) => (name === '' ? [1, address] : [1, address, name]));
}

function sparse(length: number, known: Readonly<Record<number, unknown>>): unknown[] {
  return Array.from({ length }, (_, place) => known[place] ?? null);
}
