import { badRequest, GraphRefusal, graphError } from '../errors.ts';
import { contextOf, jsonBody, type GraphCall, type Handler } from '../graph-call.ts';
import { changeMail } from '../mail/drafts.ts';
import { fileFrom } from '../mail/mail-input.ts';
import { readMail, type MailFile } from '../mail/read-mail.ts';
import { graphTime } from '../message-json.ts';
import type { Json } from '../view.ts';
import { attachmentBy, attachmentJson } from './attachment-json.ts';
import { messageOf } from './messages.ts';

/** What a plain request may hold; above it only upload sessions do ("Attach large files"). */
const LARGEST_REQUEST = 4 * 1024 * 1024;
const LARGEST_FILE = 150 * 1024 * 1024;
const SESSION_MS = 60 * 60_000;

const selectOf = ({ query }: GraphCall): readonly string[] | null =>
  query.get('$select')?.split(',') ?? null;

/** GET …/attachments. */
export const listAttachments: Handler = (call) => {
  const item = messageOf(call);
  const value = readMail(item.raw).files.map((file, index) =>
    attachmentJson(item, index, file, selectOf(call)),
  );
  const context = contextOf(call, `messages('${call.ids['id'] ?? ''}')/attachments`);
  return Response.json({ '@odata.context': context, value });
};

/** GET …/attachments/{id}. */
export const getAttachment: Handler = (call) => {
  const item = messageOf(call);
  const { file, index } = attachmentBy(item, call.ids['attachment'] ?? '');
  return Response.json({
    '@odata.context': contextOf(call, `messages('${call.ids['id'] ?? ''}')/attachments/$entity`),
    ...attachmentJson(item, index, file, selectOf(call)),
  });
};

/** POST …/attachments: up to 4 MB a request. */
export const addAttachment: Handler = async (call, { clock }) => {
  if (call.bytes.length > LARGEST_REQUEST)
    throw new GraphRefusal(
      graphError(413, 'RequestEntityTooLarge', 'The request is larger than 4 MB.'),
    );
  const item = messageOf(call);
  const file = fileFrom(jsonBody(call));
  const files: readonly MailFile[] = [...readMail(item.raw).files, file];
  const input = { mail: { files }, headers: [], properties: {} };
  const changed = await changeMail(call.mailbox, item, input, clock());
  return Response.json(
    {
      '@odata.context': contextOf(call, `messages('${call.ids['id'] ?? ''}')/attachments/$entity`),
      ...attachmentJson(changed, files.length - 1, file),
    },
    { status: 201 },
  );
};

/** DELETE …/attachments/{id}. */
export const deleteAttachment: Handler = async (call, { clock }) => {
  const item = messageOf(call);
  const { index } = attachmentBy(item, call.ids['attachment'] ?? '');
  const files = readMail(item.raw).files.toSpliced(index, 1);
  const input = { mail: { files }, headers: [], properties: {} };
  await changeMail(call.mailbox, item, input, clock());
  return new Response(null, { status: 204 });
};

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** POST …/attachments/createUploadSession: its address is another host's, and carries the right to write. */
export const createUploadSession: Handler = (call, { clock, uploads }) => {
  const item = messageOf(call);
  const body = jsonBody(call);
  const given = body['AttachmentItem'] ?? body['attachmentItem'];
  if (!isRecord(given)) throw badRequest('ErrorInvalidRequest', 'The AttachmentItem is missing.');
  const { name, size, contentType, isInline, contentId, attachmentType } = given;
  if (attachmentType !== 'file' || typeof name !== 'string' || typeof size !== 'number')
    throw badRequest('ErrorInvalidRequest', 'The AttachmentItem is not complete.');
  if (size > LARGEST_FILE)
    throw badRequest('ErrorAttachmentSizeLimitExceeded', 'The attachment is larger than 150 MB.');
  const expiresAt = clock() + SESSION_MS;
  const secret = uploads.open({
    mailbox: call.mailbox,
    itemId: item.id,
    size,
    expiresAt,
    file: {
      name,
      contentType: typeof contentType === 'string' ? contentType : 'application/octet-stream',
      isInline: isInline === true,
      contentId: typeof contentId === 'string' ? contentId : null,
    },
  });
  const { objectId, tenant } = call.person;
  return Response.json(
    {
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.uploadSession',
      uploadUrl: `https://outlook.office.com/api/gv1.0/users('${objectId}@${tenant.id}')/messages('${call.ids['id'] ?? ''}')/AttachmentSessions('${secret}')?authtoken=${secret}`,
      expirationDateTime: graphTime(expiresAt),
      nextExpectedRanges: ['0-'],
    },
    { status: 201 },
  );
};
