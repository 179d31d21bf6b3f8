import type { PartToWrite } from '../../mail/write-message.ts';

/** A text part as Exchange encodes it: quoted-printable, in windows-1252 where that has all the letters, else UTF-8. */
export const textPart = (type: 'text/plain' | 'text/html', text: string): PartToWrite => {
  const typewriter = text.replaceAll('’', '\u0092');
  const bytes = Buffer.from(typewriter, 'latin1');
  const latin = bytes.toString('latin1') === typewriter;
  return {
    type: `${type}; charset=${latin ? 'windows-1252' : 'utf-8'}`,
    headers: { 'Content-Transfer-Encoding': 'quoted-printable' },
    content: latin ? bytes : Buffer.from(text, 'utf8'),
  };
};
