import type { MailboxAddress } from '../../domain/ids.ts';
import { base64TextLines, encodedWords, oneLine } from '../../domain/message/encode-header.ts';
import { mailIdHeader } from '../../domain/message/mail-id-header.ts';
import { type Replacement, writeMime } from '../../domain/message/mime/write-mime.ts';
import { mailIdInGroup } from '../../domain/sending/group-mail-id.ts';
import { type KeptList, listFileName, writeKeptList } from './kept-list.ts';
import { groupSubject, type SourceMail } from './source-mail.ts';

/** The number of the draft itself among a group's mails, whose numbers count from 0 on. */
export const sourceNo = -1;

/**
 * The draft that keeps a group mail: the rep's own draft as it is, addressed to nobody, with the list attached. The rep
 * may change its text; whoever lost the queue reads it again.
 */
export function keptCopy(mail: SourceMail, list: KeptList, account: MailboxAddress): string {
  const boundary = `=_postrider_${list.id}`;
  const replace = (part: SourceMail['message']): Replacement | null =>
    part === mail.list?.part ? { kind: 'gone' } : null;
  const content = writeMime(mail.source, mail.message, replace);
  const file = listFileName(list.id);
  const lines = base64TextLines(writeKeptList(list));
  return [
    `From: ${mail.from === '' ? account : mail.from}`,
    ...(mail.replyTo === '' ? [] : [`Reply-To: ${mail.replyTo}`]),
    `Subject: ${encodedWords(oneLine(`${groupSubject}${mail.subject}`))}`,
    `${mailIdHeader}: ${mailIdInGroup(list.id, sourceNo)}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    content.endsWith('\r\n') ? content.slice(0, -2) : content,
    `--${boundary}`,
    `Content-Type: application/json; name="${file}"`,
    `Content-Disposition: attachment; filename="${file}"`,
    'Content-Transfer-Encoding: base64',
    '',
    ...lines,
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
