import { decodeWords } from 'postal-mime';

import { mimeTree, textOf, type MimePart } from '../../mail/mime-tree.ts';

/** The place of a part in the tree, as the API writes it: "" for the whole, "0.1" below. */
type PartId = string;

type MessagePart = {
  readonly partId: PartId;
  readonly mimeType: string;
  readonly filename: string;
  readonly headers: readonly { name: string; value: string }[];
  readonly body: { size: number; data?: string; attachmentId?: string };
  readonly parts?: readonly MessagePart[];
};

const childId = (parent: PartId, index: number): PartId =>
  parent === '' ? String(index) : `${parent}.${index}`;

/** An attachment's id: opaque to callers, the part's place for us. */
const attachmentIdOf = (partId: PartId): string =>
  `ANGjdJ${Buffer.from(`part ${partId}`).toString('base64url')}`;

const headersIn = (part: MimePart) =>
  part.headers.map(({ name, value }) => ({ name, value: decodeWords(value) }));

const bodyOf = (part: MimePart, partId: PartId): MessagePart['body'] => {
  if (part.mimeType.startsWith('multipart/')) return { size: 0 };
  const isText = part.mimeType.startsWith('text/') && part.filename === '';
  if (!isText && partId !== '')
    return { attachmentId: attachmentIdOf(partId), size: part.content.length };
  const data = isText ? Buffer.from(textOf(part), 'utf8') : part.content;
  return { size: data.length, data: data.toString('base64url') };
};

const written = (part: MimePart, partId: PartId): MessagePart => ({
  partId,
  mimeType: part.mimeType,
  filename: part.filename,
  headers: headersIn(part),
  body: bodyOf(part, partId),
  ...(part.parts.length > 0
    ? { parts: part.parts.map((child, index) => written(child, childId(partId, index))) }
    : {}),
});

/** format=full: every header and the parts nested as they are. The emulator keeps ten headers and flattens multipart/report. */
export const fullPayload = (raw: Buffer): MessagePart => written(mimeTree(raw), '');

/** format=metadata: the type and the headers, all of them or those named (in any case). */
export const metadataPayload = (raw: Buffer, names: readonly string[]) => {
  const root = mimeTree(raw);
  const wanted = names.map((name) => name.toLowerCase());
  const headers = headersIn(root).filter(
    ({ name }) => wanted.length === 0 || wanted.includes(name.toLowerCase()),
  );
  return { mimeType: root.mimeType, headers };
};

/** The part that an attachment's id names. */
export const attachmentIn = (raw: Buffer, attachmentId: string): MimePart | undefined => {
  const find = (part: MimePart, partId: PartId): MimePart | undefined =>
    attachmentIdOf(partId) === attachmentId
      ? part
      : part.parts
          .map((child, index) => find(child, childId(partId, index)))
          .find((found) => found !== undefined);
  return find(mimeTree(raw), '');
};
