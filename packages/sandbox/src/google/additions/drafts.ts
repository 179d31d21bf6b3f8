import type { StoredMessage } from '../../accounts.ts';
import { withHeader } from '../../mail/edit-headers.ts';
import { rawHeader } from '../../mail/headers.ts';
import type { Addition, ApiCall } from '../api-call.ts';
import { answerOf, notFound } from '../errors.ts';
import { messageBodyOf, rawRequired } from './message-body.ts';
import { refuseRecipients } from './recipients.ts';
import { sendNow } from './send-message.ts';
import { chooseThread } from './thread-check.ts';

const answer = ({ mailbox }: ApiCall, { id, threadId, labelIds }: StoredMessage): Response =>
  Response.json({ id: mailbox.draftId(id), message: { id, threadId, labelIds } });

/** drafts.create. */
export const createDraft: Addition = (call) => {
  const { raw, threadId } = messageBodyOf(call);
  if (!raw) return answerOf(rawRequired());
  const choice = chooseThread(call.mailbox, raw, threadId);
  if (choice.kind === 'refused') return answerOf(choice.error);
  const draft = call.mailbox.deposit(raw, {
    labelIds: ['DRAFT'],
    ...(choice.kind === 'thread' ? { threadId: choice.threadId } : {}),
  });
  return answer(call, draft);
};

const replaced = (call: ApiCall, draftId: string, before: StoredMessage, raw: Buffer) => {
  const { mailbox } = call;
  const named = rawHeader(raw, 'Message-ID')
    ? raw
    : withHeader(raw, 'Message-ID', before.messageId);
  mailbox.erase(before.id);
  const draft = mailbox.deposit(named, { labelIds: ['DRAFT'], threadId: before.threadId });
  mailbox.renameDraft(draft.id, draftId);
  return draft;
};

/** drafts.update: the draft keeps its id, the message in it is a new one. The emulator changes it in place. */
export const updateDraft: Addition = (call) => {
  const draftId = call.ids['id'] ?? '';
  const before = call.mailbox.draft(draftId);
  if (!before) return answerOf(notFound());
  const { raw } = messageBodyOf(call);
  return raw ? answer(call, replaced(call, draftId, before, raw)) : answerOf(rawRequired());
};

/** drafts.send: the draft is deleted, and a message with a new id appears in Sent. The emulator relabels it. */
export const sendDraft: Addition = (call, tools) => {
  const { draftId = '', raw } = messageBodyOf(call);
  const before = call.mailbox.draft(draftId) ?? tools.sentDrafts.again(call.mailbox, draftId);
  if (!before) return answerOf(notFound());
  const content = raw ?? before.raw;
  const refusal = refuseRecipients(content);
  if (refusal) return answerOf(refusal);
  const { threadId } = before;
  const begin = (): void => {
    tools.sentDrafts.note(call.mailbox, draftId, before);
    call.mailbox.erase(before.id);
  };
  return sendNow(call, tools, content, { threadId, begin });
};
