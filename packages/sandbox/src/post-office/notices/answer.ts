import { headerOf, messageIdsIn, rawHeader } from '../../mail/headers.ts';
import { allParts, mimeTree, textOf } from '../../mail/mime-tree.ts';
import { dateField, writeMessage } from '../../mail/write-message.ts';

/** An answer to a mail, by a person or by a machine in a person's name. */
export type AnswerRequest = {
  /** Who answers. */
  readonly from: { readonly address: string; readonly name: string };
  /** Whom the answer goes to. */
  readonly to: string;
  readonly original: { readonly raw: Buffer; readonly messageId: string };
  readonly text: string;
  readonly at: number;
  readonly messageId: string;
  /** Machines say so: RFC 3834, and the older fields beside it. */
  readonly automatic: boolean;
};

const textIn = (raw: Buffer): string => {
  const plain = allParts(mimeTree(raw)).find((part) => part.mimeType === 'text/plain');
  return plain ? textOf(plain).trim() : '';
};

const quoted = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => `> ${line}`)
    .join('\r\n');

/** Writes an answer with the references that let it join the thread (RFC 5322 section 3.6.4). */
export const writeAnswer = async (request: AnswerRequest): Promise<Buffer> => {
  const { from, to, original, text, at, messageId, automatic } = request;
  const subject = headerOf(original.raw, 'Subject') ?? '';
  const references = [
    ...messageIdsIn(rawHeader(original.raw, 'References')),
    original.messageId,
  ].join(' ');
  return writeMessage({
    type: 'text/plain; charset=UTF-8',
    headers: {
      From: `${from.name} <${from.address}>`,
      To: to,
      Subject: automatic
        ? `Automatic reply: ${subject}`
        : `Re: ${subject.replace(/^(?:\s*re\s*:)+\s*/i, '')}`,
      'In-Reply-To': original.messageId,
      References: references,
      ...(automatic
        ? { 'Auto-Submitted': 'auto-replied', Precedence: 'auto_reply', 'X-Autoreply': 'yes' }
        : {}),
      'Message-ID': messageId,
      Date: dateField(at),
    },
    content: automatic ? `${text}\r\n` : `${text}\r\n\r\n${quoted(textIn(original.raw))}\r\n`,
  });
};
