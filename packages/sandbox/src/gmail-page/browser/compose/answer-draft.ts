import type { MessageData, Person } from '../../page-data.ts';
import { fullDate } from '../dates.ts';
import { harmlessHtml } from '../harmless-html.ts';
import { me, senders } from '../page-globals.ts';
import type { Draft } from './draft.ts';
import { emptyDraft } from './draft.ts';

/** A reply, a reply to all or a forward, begun from a message; all three stay in its thread. */
export function answerDraft(kind: 'reply' | 'reply all' | 'forward', message: MessageData): Draft {
  const begun = {
    ...emptyDraft(),
    response: kind,
    from: senderFor(message),
    threadKey: `thread-f:${BigInt(`0x${message.threadId}`)}`,
    answers: { id: message.id, messageId: message.messageId },
  };
  if (kind === 'forward') {
    return {
      ...begun,
      subject: prefixed('Fwd', message.subject),
      html: `<br><br>${forwarded(message)}`,
    };
  }
  const mine = isMe(message.from);
  const to = mine ? message.to : [message.from];
  const others = kind === 'reply' || mine ? [] : message.to.filter((person) => !isMe(person));
  return {
    ...begun,
    to: [...to, ...others],
    cc: kind === 'reply' ? [] : message.cc.filter((person) => !isMe(person)),
    subject: prefixed('Re', message.subject),
    quote: quoted(message),
  };
}

// Gmail answers from the address that was written to.
function senderFor({ to, cc }: MessageData): Person {
  const asked = new Set([...to, ...cc].map(({ address }) => address.toLowerCase()));
  return senders.find(({ address }) => asked.has(address.toLowerCase())) ?? me;
}

function isMe({ address }: Person): boolean {
  return senders.some((sender) => sender.address.toLowerCase() === address.toLowerCase());
}

function prefixed(prefix: string, subject: string): string {
  return new RegExp(`^${prefix}:`, 'i').test(subject) ? subject : `${prefix}: ${subject}`;
}

function quoted(message: MessageData): string {
  const line = `On ${fullDate(message.at)} ${nameAndAddress(message.from)} wrote:`;
  return `<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${escaped(line)}<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex">${contentOf(message)}</blockquote></div>`;
}

function forwarded(message: MessageData): string {
  const lines = [
    '---------- Forwarded message ---------',
    `From: ${nameAndAddress(message.from)}`,
    `Date: ${fullDate(message.at)}`,
    `Subject: ${message.subject}`,
    `To: ${message.to.map(nameAndAddress).join(', ')}`,
  ];
  return `<div class="gmail_quote"><div dir="ltr" class="gmail_attr">${lines.map(escaped).join('<br>')}<br><br></div>${contentOf(message)}</div>`;
}

function contentOf({ html, text }: MessageData): string {
  return html === null ? escaped(text).replaceAll('\n', '<br>') : harmlessHtml(html);
}

function nameAndAddress({ name, address }: Person): string {
  return name === '' ? `<${address}>` : `${name} <${address}>`;
}

function escaped(text: string): string {
  const holder = document.createElement('div');
  holder.textContent = text;
  return holder.innerHTML;
}
