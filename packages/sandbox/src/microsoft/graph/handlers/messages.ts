import type { ExchangeItem } from '../../../exchange/mailbox.ts';
import { badRequest, changedMeanwhile, notFound } from '../errors.ts';
import { jsonBody, type GraphCall, type Handler } from '../graph-call.ts';
import { folderBy, messageBy } from '../ids.ts';
import { changeMail, createDraft } from '../mail/drafts.ts';
import { mailInputFrom } from '../mail/mail-input.ts';
import { isMime, mimeFrom } from '../mail/mime-input.ts';
import { wantedBy } from '../odata/wanted.ts';
import { messageAnswer } from './message-answer.ts';

/** The message that a call's path names. Throws Graph's 404 or 400. */
export const messageOf = ({ mailbox, ids }: GraphCall): ExchangeItem =>
  messageBy(mailbox, ids['id'] ?? '');

/** The same for a change: If-Match must name its change key (RFC 9110 section 13.1.1). */
const messageToChange = (call: GraphCall): ExchangeItem => {
  const item = messageOf(call);
  const match = call.headers.get('if-match');
  if (match !== null && match !== '*' && match.replace(/^W\//, '') !== `"${item.changeKey}"`)
    throw changedMeanwhile();
  return item;
};

/** GET /me/messages/{id}, also under a folder. */
export const getMessage: Handler = (call) => {
  const item = messageOf(call);
  const { folder } = call.ids;
  if (folder !== undefined && folderBy(call.mailbox, folder).id !== item.folderId) throw notFound();
  return messageAnswer(call, item, { wanted: wantedBy(call.query) });
};

/** GET /me/messages/{id}/$value: the message as it was received or written. */
export const getMime: Handler = (call) => {
  const { raw } = messageOf(call);
  return new Response(new Uint8Array(raw), { headers: { 'content-type': 'text/plain' } });
};

/** POST /me/messages: a new draft, from JSON or from a whole message in base64. */
export const createMessage: Handler = async (call, { clock }) => {
  const { mailbox, headers, bytes, ids } = call;
  const folder = ids['folder'] === undefined ? 'drafts' : folderBy(mailbox, ids['folder']).id;
  const item = isMime(headers)
    ? mailbox.create(mimeFrom(bytes), { folder, draft: true })
    : await createDraft(mailbox, mailInputFrom(jsonBody(call)), { folder, at: clock() });
  return messageAnswer(call, item, { status: 201 });
};

/** PATCH /me/messages/{id}. */
export const updateMessage: Handler = async (call, { clock }) => {
  const item = messageToChange(call);
  const input = mailInputFrom(jsonBody(call));
  return messageAnswer(call, await changeMail(call.mailbox, item, input, clock()));
};

/** DELETE /me/messages/{id}: gone from every folder, or moved to Deleted Items and from there gone. */
export const deleteMessage: Handler = (call, { switches }) => {
  const { mailbox } = call;
  const item = messageToChange(call);
  const deleted = mailbox.folder('deleteditems')?.id;
  if (
    deleted !== undefined &&
    switches.deleteMovesTo === 'deleted-items' &&
    item.folderId !== deleted
  )
    mailbox.update(item.id, { folderId: deleted });
  else mailbox.erase(item.id);
  return new Response(null, { status: 204 });
};

/** POST /me/messages/{id}/permanentDelete. */
export const permanentlyDelete: Handler = (call) => {
  call.mailbox.erase(messageToChange(call).id);
  return new Response(null, { status: 204 });
};

/** POST /me/messages/{id}/move: under another id, unless the caller keeps immutable ones. */
export const moveMessage: Handler = (call) => {
  const { destinationId, DestinationId = destinationId } = jsonBody(call);
  if (typeof DestinationId !== 'string')
    throw badRequest('ErrorInvalidRequest', 'The DestinationId is missing.');
  const { mailbox } = call;
  const { id: folderId } = folderBy(mailbox, DestinationId);
  const moved = mailbox.update(messageToChange(call).id, { folderId });
  return messageAnswer(call, moved, { status: 201 });
};
