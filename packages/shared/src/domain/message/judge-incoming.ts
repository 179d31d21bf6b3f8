import { automaticSign, verdictOfHeaders } from '../bounce/header-verdict.ts';
import { headerValue, type Headers } from './headers.ts';

/** What an incoming message is by its headers: who or what wrote it, or that it must be read whole to know. */
export type IncomingJudgement = 'person' | 'auto-reply' | 'automatic' | 'notice-suspect';

type Sign = {
  readonly header: string;
  readonly value: RegExp;
  /** Counts only in a message that answers another one. */
  readonly onlyInReply?: true;
};

/** Answers of a machine on behalf of an absent person, beside those that `automaticSign` knows (EmailEngine, Zammad, captures). */
const autoReplySigns: readonly Sign[] = [
  { header: 'X-Autoresponder', value: /./ },
  { header: 'X-Auto-Reply', value: /./ },
  { header: 'Precedence', value: /^auto[_-]?reply/i },
  { header: 'X-MS-Exchange-Generated-Message-Source', value: /Mailbox Rules Agent/i },
  { header: 'Subject', value: /^(oof:|ooo:)/i },
  { header: 'Subject', value: /^auto:/i, onlyInReply: true },
];

/**
 * Mail that no person wrote to this reader (RFC 3834 section 2). X-MS-Exchange-Inbox-Rules-Loop is left out on
 * purpose: alone it says that a rule forwarded the message, and what is forwarded may come from a person.
 */
const automaticSigns: readonly Sign[] = [
  { header: 'Auto-Submitted', value: /^\s*(?!no\b)\S/i },
  { header: 'X-Auto-Response-Suppress', value: /./ },
  { header: 'Precedence', value: /^\s*(bulk|junk|list)\b/i },
  { header: 'List-Id', value: /./ },
  { header: 'Return-Path', value: /^\s*<\s*>/ },
];

/** Judges an incoming message by its headers alone. Signs of a delivery notice come first: notices call themselves automatic, too. */
export function judgeIncoming(headers: Headers): IncomingJudgement {
  const verdict = verdictOfHeaders(headers);
  return verdict.kind === 'read-raw' ? 'notice-suspect' : judgeWriter(headers);
}

/** Whether a person or a machine wrote a message that is known to be no delivery notice. */
export function judgeWriter(headers: Headers): Exclude<IncomingJudgement, 'notice-suspect'> {
  const isReply = headerValue(headers, 'In-Reply-To') !== null;
  const shows = ({ header, value, onlyInReply }: Sign) =>
    (isReply || !onlyInReply) && value.test(headerValue(headers, header) ?? '');
  if (automaticSign(headers) !== null || autoReplySigns.some(shows)) return 'auto-reply';
  return automaticSigns.some(shows) ? 'automatic' : 'person';
}
