import { graphError } from './errors.ts';
import { attachmentIdOf } from './handlers/attachment-json.ts';
import { changeMail } from './mail/drafts.ts';
import { readMail } from './mail/read-mail.ts';
import { graphTime } from './message-json.ts';
import type { Upload, Uploads } from './uploads.ts';

const refused = (status: number, code: string, message: string): Response =>
  Response.json(graphError(status, code, message).body, { status });

const lengthOf = ({ received }: Upload): number =>
  received.reduce((sum, { length }) => sum + length, 0);

/** outlook.office.com/api/gv1.0/…/AttachmentSessions('…'): takes a file in pieces of up to 4 MB, in order (Graph, "Attach large files to Outlook messages or events"). */
export const createUploadHost =
  (uploads: Uploads, clock: () => number) =>
  async (request: Request): Promise<Response> => {
    const secret = new URL(request.url).searchParams.get('authtoken') ?? '';
    const session = uploads.find(secret);
    const item = session?.mailbox.find(session.itemId);
    if (!session || !item || session.expiresAt < clock())
      return refused(404, 'ErrorItemNotFound', 'The upload session was not found.');
    if (request.method === 'DELETE') {
      uploads.close(secret);
      return new Response(null, { status: 204 });
    }
    const bytes = Buffer.from(await request.arrayBuffer());
    const [, first, last, total] =
      /^bytes (\d+)-(\d+)\/(\d+)$/.exec(request.headers.get('content-range') ?? '') ?? [];
    const at = lengthOf(session);
    const fits =
      Number(first) === at &&
      Number(last) === at + bytes.length - 1 &&
      Number(total) === session.size;
    if (!fits) return refused(400, 'InvalidContentRange', 'The range does not follow what came.');
    const longer = uploads.append(secret, bytes) ?? session;
    const soFar = lengthOf(longer);
    if (soFar < session.size)
      return Response.json({
        expirationDateTime: graphTime(session.expiresAt),
        nextExpectedRanges: [`${soFar}-`],
      });
    uploads.close(secret);
    const file = { ...session.file, content: Buffer.concat(longer.received) };
    const files = [...readMail(item.raw).files, file];
    const input = { mail: { files }, headers: [], properties: {} };
    await changeMail(session.mailbox, item, input, clock());
    const id = attachmentIdOf(item, files.length - 1);
    return new Response(null, {
      status: 201,
      headers: {
        location: `https://outlook.office.com/api/gv1.0/users('me')/Attachments('${id}')`,
      },
    });
  };
