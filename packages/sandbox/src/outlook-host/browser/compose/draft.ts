import type { AttachmentData, MessageData, Person } from '../../page-data.ts';
import { facts } from '../facts.ts';
import type { Origin } from '../open-item.ts';
import { bodyOf, textToHtml } from './html.ts';

/** What a compose form begins with. */
export type Draft = {
  readonly origin: Origin;
  readonly itemId: string | null;
  readonly addinId: string | null;
  readonly from: Person;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
  readonly subject: string;
  readonly bodyType: 'html' | 'text';
  readonly direction: 'ltr' | 'rtl';
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly AttachmentData[];
  readonly deferUntil: number | null;
};

/** How a message is answered. */
export type AnswerKind = 'reply' | 'reply all' | 'forward';

/** An empty mail. */
export function newDraft(): Draft {
  const { newMail, direction } = facts.settings;
  return {
    origin: {
      composeType: 'newMail',
      conversationId: null,
      inReplyTo: null,
      references: [],
      quote: '',
    },
    itemId: null,
    addinId: null,
    from: facts.me,
    to: [],
    cc: [],
    bcc: [],
    subject: '',
    bodyType: newMail,
    direction,
    html: '<div><br></div>',
    headers: {},
    attachments: [],
    deferUntil: null,
  };
}

/** A draft of the mailbox, to be gone on with. */
export function openDraft(message: MessageData): Draft {
  const { id, html, text, ownHeaders, inReplyTo } = message;
  return {
    ...message,
    origin: {
      composeType: inReplyTo === null ? 'newMail' : 'reply',
      conversationId: message.conversationId,
      inReplyTo,
      references: message.references,
      quote: '',
    },
    itemId: id,
    bodyType: html === null ? 'text' : 'html',
    direction: 'ltr',
    html: html ?? textToHtml(text),
    headers: ownHeaders,
  };
}

/** A mail that answers a message, with its text below a line. */
export function answerDraft(kind: AnswerKind, message: MessageData): Draft {
  const quote = quoted(message);
  const bodyType = message.html === null ? 'text' : 'html';
  return {
    ...newDraft(),
    origin: {
      composeType: kind === 'forward' ? 'forward' : 'reply',
      conversationId: kind === 'forward' ? null : message.conversationId,
      inReplyTo: kind === 'forward' ? null : message.messageId,
      references: kind === 'forward' ? [] : [...message.references, message.messageId],
      quote,
    },
    from: facts.mailbox,
    to: kind === 'forward' ? [] : [message.from],
    cc: kind === 'reply all' ? others(message) : [],
    subject: prefixed(kind === 'forward' ? 'Fw: ' : 'Re: ', message.subject),
    bodyType,
    html: `<div><br></div>${quote}`,
    attachments: message.attachments.filter(
      ({ contentId }) => kind === 'forward' || contentId !== null,
    ),
  };
}

function others({ to, cc, from }: MessageData): readonly Person[] {
  const gone = new Set(
    [facts.me, facts.mailbox, from].map((person) => person.address.toLowerCase()),
  );
  return [...to, ...cc].filter(({ address }) => !gone.has(address.toLowerCase()));
}

function prefixed(prefix: string, subject: string): string {
  return subject.toLowerCase().startsWith(prefix.toLowerCase()) ? subject : `${prefix}${subject}`;
}

function named({ name, address }: Person): string {
  return name === '' ? address : `${name} <${address}>`;
}

function quoted(message: MessageData): string {
  const { from, at, subject, to } = message;
  const lines = [
    `From: ${named(from)}`,
    `Sent: ${new Date(at).toUTCString()}`,
    `To: ${to.map(named).join('; ')}`,
    `Subject: ${subject}`,
  ];
  const inner = message.html === null ? textToHtml(message.text) : bodyOf(message.html);
  return `<hr><div id="divRplyFwdMsg" dir="ltr">${lines.map(textToHtml).join('<br>')}</div><div>${inner}</div>`;
}
