import { domainOf } from '../notices/notice.ts';

/** Why Exchange cannot deliver a mail, or not yet. `unknown-user-behind`: the company's other server, behind Exchange, said so. */
export type ExchangeReason =
  | 'unknown-user'
  | 'unknown-user-behind'
  | 'mailbox-full'
  | 'blocked-by-policy'
  | 'too-large'
  | 'sender-not-allowed'
  | 'expired'
  | 'delayed';

/** Codes and machine words of a notice, which stay English in every language. */
export type ExchangeCode = {
  /** RFC 3463. */
  readonly status: string;
  /** Reply code, enhanced code and words, as Exchange or the server behind it says them. */
  readonly response: (recipient: string) => string;
  /** Did a server behind Exchange say so? Then it is named. */
  readonly fromBehind?: true;
};

/** The name of the server behind a company's Exchange. */
export const serverBehind = (recipient: string): string => `mail.${domainOf(recipient)}`;

const unknownBehind: ExchangeCode = {
  status: '5.1.1',
  response: (recipient) => `550 5.1.1 <${recipient}>... User Unknown`,
  fromBehind: true,
};

/** Exchange Online's codes (Microsoft Learn, "Email non-delivery reports and SMTP errors in Exchange Online"). */
export const onlineCodes: Readonly<Record<ExchangeReason, ExchangeCode>> = {
  'unknown-user': {
    status: '5.1.10',
    response: () =>
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
  },
  'unknown-user-behind': unknownBehind,
  'mailbox-full': {
    status: '5.2.2',
    response: () =>
      '554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded; Failed to process message due to a permanent exception',
  },
  'blocked-by-policy': {
    status: '5.7.1',
    response: () =>
      '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy',
  },
  'too-large': {
    status: '5.2.3',
    response: () => '550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient',
  },
  'sender-not-allowed': {
    status: '5.7.133',
    response: () =>
      '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this group',
  },
  expired: {
    status: '5.4.316',
    response: () => '550 5.4.316 Message expired, connection refused(Socket error code 10061)',
  },
  delayed: { status: '4.4.7', response: () => '400 4.4.7 Message delayed' },
};

/** Exchange Server's, 2007 and later (Microsoft Learn, "DSNs and NDRs in Exchange Server"). */
export const serverCodes: Readonly<Record<ExchangeReason, ExchangeCode>> = {
  'unknown-user': {
    status: '5.1.1',
    response: () => '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found',
  },
  'unknown-user-behind': unknownBehind,
  'mailbox-full': {
    status: '5.2.2',
    response: () => '550 5.2.2 STOREDRV.Deliver: mailbox full',
  },
  'blocked-by-policy': onlineCodes['blocked-by-policy'],
  'too-large': {
    status: '5.2.3',
    response: () => '550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient',
  },
  'sender-not-allowed': {
    status: '5.7.1',
    response: () => '550 5.7.1 RESOLVER.RST.AuthRequired; authentication required',
  },
  expired: { status: '4.4.7', response: () => '550 4.4.7 QUEUE.Expired; message expired' },
  delayed: { status: '4.4.7', response: () => '400 4.4.7 Message delayed' },
};
