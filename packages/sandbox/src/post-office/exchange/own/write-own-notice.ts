import { withoutHeader } from '../../../mail/edit-headers.ts';
import { dateField } from '../../../mail/write-message.ts';
import type { MailSystem } from '../../boxes/box.ts';
import { domainOf } from '../../notices/notice.ts';
import { exchangeReasons } from '../../refusal.ts';
import type { Trouble } from '../../trouble.ts';
import {
  onlineCodes,
  serverCodes,
  type ExchangeCode,
  type ExchangeReason,
} from '../exchange-notice.ts';
import type { ExchangeForm, ExchangeNoticeRequest } from '../notice-request.ts';
import { writeExchangeNotice } from '../write-exchange-notice.ts';
import { brandedNotice } from './branded-notice.ts';
import { exchangeSenderLimits } from './sender-limit.ts';

/** In what form an Exchange writes to its own mailboxes; may be changed at any time. */
export type OwnNoticeForm = {
  language: NonNullable<ExchangeForm['language']>;
  author: 'microsoft-exchange' | 'postmaster';
  parts: NonNullable<ExchangeForm['parts']>;
};

/** The host that says it wrote the notice. */
export const ownServer = (system: MailSystem, sender: string): string =>
  system === 'exchange-online'
    ? 'AM0PR01MB0001.eurprd01.prod.exchangelabs.com'
    : `mail.${domainOf(sender)}`;

type Telling = {
  readonly system: 'exchange-online' | 'exchange-server';
  readonly trouble: Trouble;
  readonly sender: string;
  readonly recipient: string;
  readonly original: { readonly raw: Buffer; readonly messageId: string; readonly sentAt: number };
  readonly at: number;
  readonly messageId: string;
  readonly form: OwnNoticeForm;
};

type Findings = {
  readonly reason: ExchangeReason;
  readonly code: ExchangeCode;
  readonly remote: string | null;
  /** Stands in place of the usual words for the reason. */
  readonly sentence?: string;
};

const findings = ({ system, trouble }: Telling): Findings => {
  const codes = system === 'exchange-online' ? onlineCodes : serverCodes;
  switch (trouble.kind) {
    case 'refused': {
      const { why, status, response, remote } = trouble;
      return { reason: exchangeReasons[why], code: { status, response: () => response }, remote };
    }
    case 'delayed':
    case 'expired':
      return { reason: trouble.kind, code: codes[trouble.kind], remote: null };
    case 'sender-limit': {
      const form = trouble.limit.by === 'exchange' ? trouble.limit.form : 'recipients';
      const { sentence, ...code } = exchangeSenderLimits[form];
      return { reason: 'blocked-by-policy', code, remote: null, sentence };
    }
  }
};

/** A notice of Exchange to one of its own mailboxes, and the enhanced code in it. */
export const writeOwnNotice = async (
  telling: Telling,
): Promise<{ readonly raw: Buffer; readonly status: string }> => {
  const { system, trouble, sender, recipient, original, at, messageId, form } = telling;
  const { sentence, ...found } = findings(telling);
  const server = ownServer(system, sender);
  const request: ExchangeNoticeRequest = {
    ...found,
    product: system,
    sender,
    recipient,
    original: { ...original, raw: withoutHeader(original.raw, 'Bcc') },
    at,
    messageId,
    language: form.language,
    author: form.author,
    parts: form.parts,
    authorName: 'Microsoft Outlook',
    company: domainOf(sender),
    server,
    hops: [
      `from ${server} ([fe80::1]) by ${server}\r\n ([fe80::1%4]) with mapi id 15.20.9300.020; ${dateField(original.sentAt)}`,
    ],
    retryUntil: trouble.kind === 'delayed' ? trouble.retryUntil : at,
    ...(sentence === undefined ? {} : { sentence }),
  };
  const branded =
    system === 'exchange-online' && trouble.kind !== 'delayed' && form.language === 'en';
  const raw = await writeExchangeNotice(
    branded ? { ...request, words: brandedNotice(request, trouble) } : request,
  );
  return { raw, status: found.code.status };
};
