import { withoutHeader } from '../../mail/edit-headers.ts';
import { weakened, type Credentials } from '../arrival/authentication.ts';
import { onlineOutbound } from '../arrival/proven-sender.ts';
import type { Mail } from '../letter.ts';
import { domainOf } from '../notices/notice.ts';
import type { ExchangeBehaviour } from './behaviour.ts';
import { companyRoute, handedOverBy } from './company-route.ts';
import { onlineCodes, serverCodes, type ExchangeReason } from './exchange-notice.ts';
import { statusOf2003, write2003Notice } from './write-2003-notice.ts';
import { writeExchangeNotice } from './write-exchange-notice.ts';
import { writeSmtpsvcNotice } from './write-smtpsvc-notice.ts';

/** What a company's Exchange has to tell the sender. */
export type ExchangeTelling = {
  readonly behaviour: ExchangeBehaviour;
  readonly reason: ExchangeReason;
  readonly mail: Mail;
  readonly recipient: string;
  /** Epoch ms. */
  readonly at: number;
  /** The notice's own, with brackets. */
  readonly messageId: string;
  /** Epoch ms; only for a delay. */
  readonly retryUntil: number;
};

/** The notice of a company's Exchange, and the enhanced code in it (null where it has none). */
export const writeForCompany = async (
  telling: ExchangeTelling,
): Promise<{ readonly raw: Buffer; readonly status: string | null }> => {
  const { behaviour, reason, mail, recipient, at, messageId, retryUntil } = telling;
  const from = handedOverBy(mail.sender);
  const original = { ...mail, raw: withoutHeader(mail.raw, 'Bcc') };
  const common = { sender: mail.sender.address, recipient, original, at, messageId };
  if (behaviour.kind === 'exchange-server' && behaviour.version === '2003') {
    if (reason === 'delayed' || reason === 'expired') {
      const action = reason === 'delayed' ? 'delayed' : 'failed';
      return {
        raw: await writeSmtpsvcNotice({ ...common, from, action, retryUntil }),
        status: '4.4.7',
      };
    }
    const known = reason === 'unknown-user-behind' ? 'unknown-user' : reason;
    const calledBy = behaviour.displayName ?? recipient;
    return {
      raw: await write2003Notice({ ...common, reason: known, calledBy }),
      status: statusOf2003(known),
    };
  }
  const { kind, language = 'en', parts = 'all', author = 'postmaster' } = behaviour;
  const code = (kind === 'exchange-online' ? onlineCodes : serverCodes)[reason];
  const form = { language, parts, author };
  return {
    raw: await writeExchangeNotice({
      ...common,
      ...form,
      ...companyRoute(kind, { recipient, sentAt: mail.sentAt, from }, code),
      product: kind,
      reason,
      code,
      retryUntil,
    }),
    status: code.status,
  };
};

/** What Gmail can check about such a notice: Exchange Online signs for the company; a company's own server often only has SPF. */
export const credentialsOf = (behaviour: ExchangeBehaviour, recipient: string): Credentials => {
  const company = domainOf(recipient);
  const byMicrosoft = behaviour.kind === 'exchange-online' && behaviour.author === 'outlook.com';
  const proven: Credentials =
    behaviour.kind === 'exchange-online'
      ? {
          envelopeFrom: '',
          host: onlineOutbound,
          signedBy: byMicrosoft ? 'outlook.com' : company,
          signature: 'pass',
          spf: 'pass',
        }
      : {
          envelopeFrom: '',
          host: `exchange.${company}`,
          signedBy: null,
          signature: 'pass',
          spf: 'pass',
        };
  return weakened(proven, behaviour.authentication ?? 'pass');
};
