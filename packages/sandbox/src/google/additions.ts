import { getAttachment } from './additions/attachments.ts';
import { createDraft, sendDraft, updateDraft } from './additions/drafts.ts';
import { getProfile } from './additions/get-profile.ts';
import { listHistory } from './additions/history.ts';
import { importMessage, insertMessage } from './additions/insert.ts';
import { modifyMany, modifyMessage, modifyThread } from './additions/label-rules.ts';
import { listDrafts, listMessages, listThreads } from './additions/lists.ts';
import { getResource, getThread, slim } from './additions/resources.ts';
import { getSendAs, listSendAs } from './additions/send-as.ts';
import { sendMessage } from './additions/send-message.ts';
import type { Addition } from './api-call.ts';

/** Which calls are answered, or mended, by the sandbox. All others are the emulator's alone. */
export const additions: Readonly<Record<string, Addition>> = {
  getProfile,
  'history.list': listHistory,
  'messages.list': listMessages,
  'messages.get': getResource,
  'messages.attachments.get': getAttachment,
  'messages.send': sendMessage,
  'messages.insert': insertMessage,
  'messages.import': importMessage,
  'messages.modify': modifyMessage,
  'messages.batchModify': modifyMany,
  'messages.trash': slim,
  'messages.untrash': slim,
  'drafts.list': listDrafts,
  'drafts.get': getResource,
  'drafts.create': createDraft,
  'drafts.update': updateDraft,
  'drafts.send': sendDraft,
  'threads.list': listThreads,
  'threads.get': getThread,
  'threads.modify': modifyThread,
  'threads.trash': slim,
  'threads.untrash': slim,
  'settings.sendAs.list': listSendAs,
  'settings.sendAs.get': getSendAs,
};
