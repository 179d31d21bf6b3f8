import type { Handler } from './graph-call.ts';
import {
  addAttachment,
  createUploadSession,
  deleteAttachment,
  getAttachment,
  listAttachments,
} from './handlers/attachments.ts';
import { getDelta } from './handlers/delta.ts';
import { createFolder, getFolder, listChildFolders, listFolders } from './handlers/folders.ts';
import { listFolderMessages, listMessages } from './handlers/list-messages.ts';
import { getMe } from './handlers/me.ts';
import {
  createMessage,
  deleteMessage,
  getMessage,
  getMime,
  moveMessage,
  permanentlyDelete,
  updateMessage,
} from './handlers/messages.ts';
import { createReply, createReplyAll } from './handlers/replies.ts';
import { replyAllAtOnce, replyAtOnce, sendDraft, sendMail } from './handlers/send.ts';
import { translateExchangeIds } from './handlers/translate-ids.ts';

/** Who answers which call. */
export const handlers: Readonly<Record<string, Handler>> = {
  'me.get': getMe,
  'messages.list': listMessages,
  'messages.create': createMessage,
  'messages.get': getMessage,
  'messages.update': updateMessage,
  'messages.delete': deleteMessage,
  'messages.value': getMime,
  'messages.send': sendDraft,
  'messages.move': moveMessage,
  'messages.permanentDelete': permanentlyDelete,
  'messages.createReply': createReply,
  'messages.createReplyAll': createReplyAll,
  'messages.reply': replyAtOnce,
  'messages.replyAll': replyAllAtOnce,
  'attachments.list': listAttachments,
  'attachments.create': addAttachment,
  'attachments.get': getAttachment,
  'attachments.delete': deleteAttachment,
  'attachments.createUploadSession': createUploadSession,
  sendMail,
  'mailFolders.list': listFolders,
  'mailFolders.create': createFolder,
  'mailFolders.get': getFolder,
  'mailFolders.children': listChildFolders,
  'mailFolders.messages': listFolderMessages,
  'mailFolders.create message': createMessage,
  'messages.delta': getDelta,
  'mailFolders.message': getMessage,
  translateExchangeIds,
};
