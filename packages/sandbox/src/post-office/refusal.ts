import { refusals } from './behaviours.ts';
import type { PostBox } from './boxes/box.ts';
import { onlineCodes, serverCodes, type ExchangeReason } from './exchange/exchange-notice.ts';
import { domainOf } from './notices/notice.ts';
import type { Refusal } from './trouble.ts';

/** What each refusal is called in Exchange's own codes. */
export const exchangeReasons: Readonly<Record<Refusal['why'], ExchangeReason>> = {
  'unknown-user': 'unknown-user',
  'mailbox-full': 'mailbox-full',
  'blocked-as-spam': 'blocked-by-policy',
  'blocked-by-policy': 'blocked-by-policy',
};

/** How Exchange Online's border refuses an address that its directory does not hold (Directory-Based Edge Blocking). */
const atOnlineBorder = (domain: string): Omit<Refusal, 'why'> => {
  const remote = `${domain.replaceAll('.', '-')}.mail.protection.outlook.com`;
  return {
    status: '5.4.1',
    response: `550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [AM0EUR01FT001.mail.protection.outlook.com]`,
    remote,
  };
};

/** Who refuses a recipient, and how: the sender's own Exchange for a colleague, else the server of the recipient's company. */
export const refusalOf = (
  why: Refusal['why'],
  mail: {
    readonly sender: PostBox;
    readonly recipient: string;
    /** The system that answers for the recipient's domain, where the sandbox has one. */
    readonly home: PostBox | undefined;
  },
): Refusal => {
  const { sender, recipient, home } = mail;
  const domain = domainOf(recipient);
  if (sender.system !== 'gmail' && sender.isColleague(recipient)) {
    const codes = sender.system === 'exchange-online' ? onlineCodes : serverCodes;
    const { status, response } = codes[exchangeReasons[why]];
    return { why, status, response: response(recipient), remote: null };
  }
  if (why === 'unknown-user' && home?.system === 'exchange-online')
    return { why, ...atOnlineBorder(domain) };
  if (why === 'unknown-user' && home?.system === 'exchange-server') {
    const { status, response } = onlineCodes['unknown-user'];
    return { why, status, response: response(recipient), remote: `mail.${domain}` };
  }
  const { status, response } = refusals[why];
  return { why, status, response: response(recipient, sender.address), remote: `mx.${domain}` };
};
