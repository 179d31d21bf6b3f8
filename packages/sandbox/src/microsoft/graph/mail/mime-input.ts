import { badRequest } from '../errors.ts';

const invalid = (): Error =>
  badRequest('ErrorMimeContentInvalidBase64String', 'Invalid base64 string for MIME content.');

/** Whether a body is a whole message in base64 rather than JSON. */
export const isMime = (headers: Headers): boolean =>
  /^text\/plain\b/i.test(headers.get('content-type') ?? '');

/** The message in a body of Content-Type text/plain. Throws Graph's 400. */
export const mimeFrom = (bytes: Buffer): Buffer => {
  const text = bytes.toString('latin1').replaceAll(/\s/g, '');
  if (text === '' || !/^[\w+/-]+={0,2}$/.test(text)) throw invalid();
  const raw = Buffer.from(text, 'base64');
  if (!raw.includes(':')) throw invalid();
  return raw;
};
