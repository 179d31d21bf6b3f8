import { parametersOf } from './parameters.ts';

/** The boundary that a Content-Type names; undefined when it is no multipart. */
export const boundaryOf = (contentType: string): string | undefined =>
  /^\s*multipart\//i.test(contentType) ? parametersOf(contentType)['boundary'] : undefined;

/** The parts between the boundaries (RFC 2046 section 5.1.1), byte for byte. A missing last boundary is forgiven. */
export const splitMultipart = (body: Buffer, boundary: string): readonly Buffer[] => {
  const text = `\r\n${body.toString('latin1')}`;
  const escaped = boundary.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const pieces = text.split(new RegExp(`\r\n--${escaped}(--)?[ \t]*(?=\r\n|$)`));
  const parts: Buffer[] = [];
  // The split gives text and end mark in turns; what comes before the first boundary is no part.
  for (let index = 2; index < pieces.length; index += 2) {
    if (pieces[index - 1] === '--') break;
    parts.push(Buffer.from((pieces[index] ?? '').replace(/^\r\n/, ''), 'latin1'));
  }
  return parts;
};
