import { rawHeader, splitMessage, withCrlf } from '../../mail/headers.ts';
import { boundaryOf, splitMultipart } from '../../mail/multipart.ts';
import { mimeTypeOf } from '../../mail/parameters.ts';
import type { ApiCall } from '../api-call.ts';
import { badRequest, type GoogleError } from '../errors.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON object's members; empty for anything else. */
export const jsonIn = (bytes: Buffer): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
};

/** What a request says about a message. */
export type MessageBody = {
  readonly raw: Buffer | undefined;
  readonly threadId: string | undefined;
  readonly labelIds: readonly string[];
  /** drafts.send names the draft. */
  readonly draftId: string | undefined;
};

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const fromJson = (json: Readonly<Record<string, unknown>>, media?: Buffer): MessageBody => {
  const nested = json['message'];
  const message = isObject(nested) ? nested : json;
  const raw = text(message['raw']);
  const labelIds = message['labelIds'];
  return {
    raw: media ?? (raw === undefined ? undefined : withCrlf(Buffer.from(raw, 'base64url'))),
    threadId: text(message['threadId']),
    labelIds: Array.isArray(labelIds) ? labelIds.map(String) : [],
    draftId: text(json['id']),
  };
};

const isJson = (part: Buffer): boolean =>
  mimeTypeOf(rawHeader(part, 'Content-Type')) === 'application/json';

/** Reads a message from a JSON request, a media upload, or a multipart upload (JSON, then the message). */
export const messageBodyOf = ({ request, bytes }: ApiCall): MessageBody => {
  const contentType = request.headers.get('content-type') ?? '';
  if (!new URL(request.url).pathname.startsWith('/upload/')) return fromJson(jsonIn(bytes));
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) return fromJson({}, withCrlf(bytes));
  const parts = splitMultipart(withCrlf(bytes), boundary);
  const json = parts.find(isJson);
  const media = parts.find((part) => !isJson(part));
  return fromJson(json ? jsonIn(splitMessage(json).body) : {}, media && splitMessage(media).body);
};

/** Gmail's words for a request without a message. */
export const rawRequired = (): GoogleError =>
  badRequest("'raw' RFC822 payload message string or uploading message via /upload/* URL required");
