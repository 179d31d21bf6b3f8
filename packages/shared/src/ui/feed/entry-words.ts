import type { Person } from '../../domain/address/person.ts';
import type { BounceDetail, MailEvent } from '../../domain/analytics/event.ts';
import { displayText } from '../../domain/message/display-text.ts';
import type { Messages } from '../messages/en.ts';
import type { Sentence } from '../text/sentence.ts';

/** Who did it or who must act, told by colour and icon: a person, time, the rep, a machine; `none` is the rep's own mail. */
export type Tone = 'person' | 'waiting' | 'needs-you' | 'machine' | 'none';

/** An entry in words: the fact, and where a mail was stopped, the reason with what to do. */
export type EntryWords = {
  readonly fact: Sentence;
  readonly tone: Tone;
  readonly reason: string | null;
};

/** What a person is called: the name mail gave, else the address. */
export function nameOf(person: Person): string {
  return displayText(person.name) === '' ? person.address : person.name;
}

/** The codes of a notice as one reads them aloud: "550 5.1.1"; null where it gives none. */
export function codeOf(detail: BounceDetail): string | null {
  const codes = [detail.replyCode, detail.status].filter((code) => code !== null && code !== '');
  return codes.length === 0 ? null : codes.join(' ');
}

/** What a notice said about a recipient, where the event comes from one. */
export function detailOf(event: MailEvent): BounceDetail | null {
  switch (event.kind) {
    case 'bounced':
    case 'delayed':
      return event.bounce;
    case 'not-sent':
      return event.detail;
    case 'sent':
    case 'replied':
    case 'auto-replied':
    case 'complained':
      return null;
  }
}

/** Whether an entry has more to say than its lines: why, the code, what to do. */
export function hasDetails(event: MailEvent): boolean {
  return detailOf(event) !== null || event.kind === 'complained';
}

/** The words of an entry. `point` writes an instant (epoch ms) as the rep reads it. */
export function entryWords(
  event: MailEvent,
  messages: Messages,
  point: (at: number) => string,
): EntryWords {
  const words = messages.entry;
  const who = nameOf(event.person);
  switch (event.kind) {
    case 'sent':
      return { fact: sentTo(event.recipients, words), tone: 'none', reason: null };
    case 'replied':
      return { fact: words.replied(who), tone: 'person', reason: null };
    case 'auto-replied':
      return { fact: words.autoReplied(who), tone: 'machine', reason: null };
    case 'complained':
      return { fact: words.complained(who), tone: 'needs-you', reason: null };
    case 'bounced':
      return {
        fact: words.bounced(who),
        tone: 'needs-you',
        reason: `${titleOf(event.bounce, messages)} · ${words.act[event.bounce.whoMustAct]}`,
      };
    case 'delayed': {
      const trying =
        event.retryUntil === null
          ? words.stillTrying
          : words.stillTryingUntil(point(event.retryUntil));
      return {
        fact: words.delayed(who),
        tone: 'waiting',
        reason: `${trying} · ${titleOf(event.bounce, messages)}`,
      };
    }
    case 'not-sent':
      return {
        fact: [words.notSent[event.reason]],
        tone: 'needs-you',
        reason: titleOf(event.detail, messages),
      };
  }
}

function titleOf(detail: BounceDetail, { bounces, entry: words }: Messages): string {
  const { title } = bounces[detail.category];
  const code = codeOf(detail);
  return code === null ? title : words.withCode(title, code);
}

function sentTo(recipients: readonly Person[], words: Messages['entry']): Sentence {
  const [first, ...others] = recipients;
  return first === undefined ? [words.sentToNobody] : words.sent(nameOf(first), others.length);
}
