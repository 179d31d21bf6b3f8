import { escapeHtml } from '../../../mail/escape-html.ts';
import { messageIdsIn, rawHeader } from '../../../mail/headers.ts';
import { badRequest } from '../errors.ts';
import { jsonBody, type GraphCall, type Handler } from '../graph-call.ts';
import { createDraft } from '../mail/drafts.ts';
import { mailInputFrom, type MailInput } from '../mail/mail-input.ts';
import { readMail, type MailBody, type Person } from '../mail/read-mail.ts';
import type { Json } from '../view.ts';
import { messageAnswer } from './message-answer.ts';
import { messageOf } from './messages.ts';

const asHtml = ({ contentType, content }: MailBody): string =>
  contentType === 'html' ? content : escapeHtml(content).replaceAll(/\r?\n/g, '<br>\r\n');

const quoted = (
  comment: string,
  from: Person | null,
  sentAt: number,
  body: MailBody,
): MailBody => ({
  contentType: 'html',
  content: `<html><body>${escapeHtml(comment)}<hr tabindex="-1"><div dir="ltr"><b>From:</b> ${escapeHtml(from?.name ?? '')}<br><b>Sent:</b> ${new Date(sentAt).toUTCString()}</div><br>${asHtml(body)}</body></html>`,
});

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an answer to a call's message is made of: what Exchange fills in, and what the caller says over it. */
export const answerInput = (
  call: GraphCall,
  toAll: boolean,
): { readonly base: MailInput; readonly input: MailInput } => {
  const item = messageOf(call);
  const { mailbox } = call;
  const original = readMail(item.raw);
  const body = jsonBody(call);
  const comment = body['comment'] ?? body['Comment'] ?? '';
  const message = body['message'] ?? body['Message'] ?? {};
  if (typeof comment !== 'string' || !isRecord(message))
    throw badRequest('ErrorInvalidRequest', 'Comment and Message are of the wrong type.');
  const isOwn = ({ address }: Person): boolean =>
    [mailbox.address, ...mailbox.aliases].includes(address.toLowerCase());
  const author =
    original.replyTo.length > 0 ? original.replyTo : [original.from].flatMap((p) => p ?? []);
  const named = [...messageIdsIn(rawHeader(item.raw, 'References')), item.messageId];
  return {
    base: {
      mail: {
        subject: /^re:/i.test(original.subject) ? original.subject : `RE: ${original.subject}`,
        from: { name: mailbox.name, address: mailbox.address },
        to: author,
        cc: toAll ? [...original.to, ...original.cc].filter((one) => !isOwn(one)) : [],
        body: quoted(comment, original.from, item.sentAt ?? item.createdAt, original.body),
      },
      headers: [
        { name: 'In-Reply-To', value: item.messageId },
        { name: 'References', value: named.join(' ') },
      ],
      properties: {},
    },
    input: mailInputFrom(message),
  };
};

const create =
  (toAll: boolean): Handler =>
  async (call, { clock }) => {
    const { base, input } = answerInput(call, toAll);
    const options = { folder: 'drafts', at: clock(), base };
    return messageAnswer(call, await createDraft(call.mailbox, input, options), { status: 201 });
  };

/** POST /me/messages/{id}/createReply. */
export const createReply = create(false);

/** POST /me/messages/{id}/createReplyAll. */
export const createReplyAll = create(true);
