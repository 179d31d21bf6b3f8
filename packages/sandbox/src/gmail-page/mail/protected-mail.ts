import { randomBytes } from 'node:crypto';

import { withHeader } from '../../mail/edit-headers.ts';
import { headersOf } from '../../mail/headers.ts';
import type { PartToWrite } from '../../mail/write-message.ts';
import { writeMessage } from '../../mail/write-message.ts';
import type { Protection } from '../page-data.ts';

/** A part that nobody can read (RFC 8551 section 3.3: application/pkcs7-mime). A stand-in: nothing is encrypted. */
export function sealedPart(size: number): PartToWrite {
  return {
    type: 'application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"',
    content: randomBytes(Math.max(256, size)),
  };
}

/**
 * What reaches the recipients in the place of what stands in Sent. Gmail's confidential mode sends a
 * link, and its own S/MIME encrypts on the way out; null where both are the same.
 */
export async function asItLeaves(raw: Buffer, protection: Protection): Promise<Buffer | null> {
  if (protection === 'confidential') return withHeadersOf(raw, confidentialPart());
  return protection === 's/mime' ? withHeadersOf(raw, sealedPart(raw.length)) : null;
}

function confidentialPart(): PartToWrite {
  const link = `https://confidential-mail.google.com/msg/${randomBytes(24).toString('base64url')}`;
  return {
    type: 'text/html; charset=utf-8',
    content: `<p>The sender has sent you an email via Gmail confidential mode.</p><a href="${link}">View the email</a>`,
  };
}

async function withHeadersOf(raw: Buffer, part: PartToWrite): Promise<Buffer> {
  const kept = headersOf(raw).filter(({ name }) => !/^(?:content-|mime-version)/i.test(name));
  const written = await writeMessage({ ...part, headers: { 'Message-ID': '<x@x>' } });
  return kept.reduce((mail, { name, value }) => withHeader(mail, name, value.trim()), written);
}
