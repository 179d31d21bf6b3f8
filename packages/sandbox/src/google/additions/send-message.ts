import type { Addition, ApiCall, ApiTools } from '../api-call.ts';
import { answerOf, sendingLimit429 } from '../errors.ts';
import { messageBodyOf, rawRequired } from './message-body.ts';
import { refuseRecipients } from './recipients.ts';
import { chooseThread } from './thread-check.ts';

/**
 * Files a message in Sent under a new id with Gmail's own Message-ID, and lets it leave: unless the account is over a
 * limit for sending. `begin` is done first where the mail is taken at all.
 */
export const sendNow = async (
  { mailbox }: ApiCall,
  { ids, prepare, judge, leave, stop, sendingRules }: ApiTools,
  given: Buffer,
  options: { readonly threadId?: string | undefined; readonly begin?: () => void },
): Promise<Response> => {
  const { threadId, begin } = options;
  const verdict = judge(mailbox, given);
  if (verdict.kind === 'refused')
    return answerOf(sendingLimit429(sendingRules.namesTime ? verdict.roomAt : null));
  begin?.();
  const id = ids.message();
  const sent = mailbox.depositAs(id, prepare(given, mailbox), {
    labelIds: ['SENT'],
    threadId: threadId ?? id,
  });
  if (verdict.kind === 'stopped') stop(mailbox, sent);
  else await leave(mailbox, sent);
  // A mail to oneself is in the inbox by now.
  const { labelIds } = mailbox.find(id) ?? sent;
  return Response.json({ id, threadId: sent.threadId, labelIds });
};

/** messages.send: with Gmail's checks of recipients and thread, which the emulator does not make. */
export const sendMessage: Addition = (call, tools) => {
  const { raw, threadId } = messageBodyOf(call);
  if (!raw) return answerOf(rawRequired());
  const refusal = refuseRecipients(raw);
  if (refusal) return answerOf(refusal);
  const choice = chooseThread(call.mailbox, raw, threadId);
  if (choice.kind === 'refused') return answerOf(choice.error);
  return sendNow(call, tools, raw, choice.kind === 'thread' ? { threadId: choice.threadId } : {});
};
