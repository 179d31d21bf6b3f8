import type { ExchangeItem, ExchangeMailbox } from '../../../exchange/mailbox.ts';
import { DEFERRED_SEND_TIME } from '../../../exchange/transport.ts';
import { badRequest, storeRefusal } from '../errors.ts';
import { jsonBody, type GraphCall, type GraphTools, type Handler } from '../graph-call.ts';
import { createDraft } from '../mail/drafts.ts';
import { mailInputFrom, type MailInput } from '../mail/mail-input.ts';
import { isMime, mimeFrom } from '../mail/mime-input.ts';
import type { Json } from '../view.ts';
import { messageOf } from './messages.ts';
import { answerInput } from './replies.ts';

const accepted = (): Response => new Response(null, { status: 202 });

const submit = async (
  mailbox: ExchangeMailbox,
  id: string,
  { switches }: GraphTools,
): Promise<void> => {
  const outcome = await mailbox.submit(id);
  if (outcome.kind === 'refused')
    throw storeRefusal(outcome.code, outcome.message, switches.submissionQuotaStatus);
};

/** POST /me/messages/{id}/send: 202, whether it leaves at once or waits. */
export const sendDraft: Handler = async (call, tools) => {
  await submit(call.mailbox, messageOf(call).id, tools);
  return accepted();
};

const withoutDeferral = ({ properties, ...input }: MailInput): MailInput => ({
  ...input,
  properties: Object.fromEntries(
    Object.entries(properties).filter(([id]) => id !== DEFERRED_SEND_TIME),
  ),
});

/**
 * Sends what was never a draft of its caller. A deferred time is a trap here: reported from a live
 * mailbox, the mail leaves at once and a scheduled duplicate stays behind.
 */
const sendNew = async (
  call: GraphCall,
  tools: GraphTools,
  input: MailInput,
  base?: MailInput,
): Promise<ExchangeItem> => {
  const { mailbox } = call;
  const options = { folder: 'drafts', at: tools.clock(), ...(base ? { base } : {}) };
  const isTrap =
    DEFERRED_SEND_TIME in input.properties && tools.switches.deferredInSendMail === 'duplicate';
  const item = await createDraft(mailbox, isTrap ? withoutDeferral(input) : input, options);
  try {
    await submit(mailbox, item.id, tools);
  } catch (error) {
    mailbox.erase(item.id);
    throw error;
  }
  if (isTrap) {
    const duplicate = await createDraft(mailbox, input, options);
    await submit(mailbox, duplicate.id, tools);
  }
  return item;
};

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** POST /me/sendMail: 202 and nothing else; JSON, or a whole message in base64. */
export const sendMail: Handler = async (call, tools) => {
  const { mailbox, bytes, headers } = call;
  if (isMime(headers)) {
    const item = mailbox.create(mimeFrom(bytes), { folder: 'drafts', draft: true });
    await submit(mailbox, item.id, tools);
    return accepted();
  }
  const body = jsonBody(call);
  const message = body['message'] ?? body['Message'];
  if (!isRecord(message)) throw badRequest('ErrorInvalidRequest', 'The message is missing.');
  const item = await sendNew(call, tools, mailInputFrom(message));
  const keeps = body['saveToSentItems'] ?? body['SaveToSentItems'] ?? true;
  if (keeps === false && mailbox.find(item.id)?.heldUntil === null) mailbox.erase(item.id);
  return accepted();
};

const reply =
  (toAll: boolean): Handler =>
  async (call, tools) => {
    const { base, input } = answerInput(call, toAll);
    await sendNew(call, tools, input, base);
    return accepted();
  };

/** POST /me/messages/{id}/reply. */
export const replyAtOnce = reply(false);

/** POST /me/messages/{id}/replyAll. */
export const replyAllAtOnce = reply(true);
