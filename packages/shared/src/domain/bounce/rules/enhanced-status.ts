import type { StatusGroup, StatusRule } from './rule.ts';

const registry = 'IANA SMTP Enhanced Status Codes, RFC 3463 sections 3.2 to 3.8';
const exchange =
  'https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online';

/** Codes without their class; a longer one wins over its beginning. Vendors' own codes stand beside the registry's. */
export const statusRules: readonly StatusRule[] = (
  [
    { category: 'unknown-user', source: registry, statuses: ['1.0', '1.1', '1.3'] },
    { category: 'unknown-host', source: registry, statuses: ['1.2', '4.4'] },
    { category: 'other', source: registry, statuses: ['1.5', '1.', '2.0'] },
    { category: 'moved', source: registry, statuses: ['1.6'] },
    { category: 'sender-not-allowed', source: registry, statuses: ['1.7', '1.8', '7.2'] },
    { category: 'system-error', source: 'RFC 3886', statuses: ['1.9'] },
    {
      category: 'unknown-user',
      source: `RFC 7505 calls it null MX; Exchange: ${exchange}`,
      statuses: ['1.10'],
    },
    { category: 'mailbox-disabled', source: registry, statuses: ['2.1', '2.'] },
    { category: 'mailbox-full', source: registry, statuses: ['2.2'] },
    { category: 'too-large', source: registry, statuses: ['2.3', '3.4'] },
    {
      category: 'system-error',
      source: registry,
      statuses: ['1.4', '2.4', '3.1', '3.', '4.', '5.'],
    },
    { category: 'temporarily-refused', source: registry, statuses: ['3.2', '4.5', '5.3'] },
    { category: 'expired', source: registry, statuses: ['4.1', '4.2', '4.7'] },
    { category: 'loop', source: registry, statuses: ['4.6'] },
    { category: 'content', source: registry, statuses: ['6.'] },
    { category: 'blocked-policy', source: registry, statuses: ['7.1', '7.'] },
    { category: 'sender-not-allowed', source: 'RFC 4954 section 6', statuses: ['7.8'] },
    { category: 'mailbox-disabled', source: 'RFC 5248', statuses: ['7.13'] },
    { category: 'sender-not-allowed', source: 'RFC 5248', statuses: ['7.14'] },
    { category: 'too-large', source: 'RFC 6710', statuses: ['7.16'] },
    { category: 'moved', source: 'RFC 7293', statuses: ['7.17', '7.18'] },
    { category: 'sender-not-allowed', source: 'RFC 7505 section 4.2', statuses: ['7.27'] },
    { category: 'temporarily-refused', source: 'RFC 6647', statuses: ['7.28'] },
    { category: 'other', source: exchange, statuses: ['1.20'] },
    { category: 'sender-limit', source: exchange, statuses: ['1.90', '7.232', '7.233', '7.705'] },
    { category: 'unknown-user', source: exchange, statuses: ['1.351'] },
    { category: 'temporarily-refused', source: exchange, statuses: ['2.121', '2.122'] },
    { category: 'loop', source: exchange, statuses: ['4.14'] },
    {
      category: 'expired',
      source: exchange,
      statuses: ['4.300', '4.312', '4.316', '4.317', '4.318'],
    },
    { category: 'unknown-host', source: exchange, statuses: ['4.310'] },
    { category: 'relay-denied', source: exchange, statuses: ['7.54', '7.64'] },
    {
      category: 'sender-not-allowed',
      source: exchange,
      statuses: [
        '7.57',
        '7.60',
        '7.123',
        '7.124',
        '7.133',
        '7.134',
        '7.135',
        '7.136',
        '7.501',
        '7.502',
        '7.503',
        '7.511',
        '7.708',
        '7.750',
      ],
    },
    { category: 'blocked-spam', source: exchange, statuses: ['7.606'] },
  ] satisfies readonly StatusGroup[]
).flatMap(({ statuses, ...rule }) => statuses.map((status) => ({ ...rule, status })));
