import { dayMs, type LimitRow, minuteMs, type Source } from './limit-row.ts';

const onlinePage: Source = {
  name: 'Microsoft Defender for Office 365 docs, outbound-spam-sending-limits-troubleshoot',
  date: '2026-05-26',
};

const tenantPage: Source = {
  name: 'Microsoft 365 message center MC1023294, tenant external recipient rate limit',
  date: '2025-05-01',
};

const onmicrosoftPage: Source = {
  name: 'Exchange team blog, limit for onmicrosoft.com domains',
  date: '2026-06-01',
};

const serverPage: Source = {
  name: 'Exchange Server docs, Set-TransportConfig (MaxRecipientEnvelopeLimit)',
  date: '2026-01-07',
};

/** Exchange Online, one mailbox. */
export const exchangeOnlineLimits: readonly LimitRow[] = [
  row('x.min', 'messages', 30, minuteMs, 'delays', onlinePage),
  row('x.rcpt', 'recipients', 10_000, dayMs, 'refuses', onlinePage),
  row('x.msg', 'recipients', 500, null, 'bounces', onlinePage),
];

/** Exchange Server as it is installed: no limit of rate over EWS, and none that a client could read. */
export const exchangeServerLimits: readonly LimitRow[] = [
  row('s.msg', 'recipients', 500, null, 'bounces', serverPage),
];

/** What a whole tenant may send to the outside in 24 hours (TERRL), by its licences; 5,000 on trial. */
export function tenantLimit(licences: number | 'trial'): LimitRow {
  const max = licences === 'trial' ? 5000 : Math.floor(500 * licences ** 0.7 + 9500);
  return row('x.terrl', 'external', max, dayMs, 'bounces', tenantPage);
}

/** One sender's share of the tenant's limit: all reps send against the same number, and none sees the others. */
export function shareOfTenant(limit: LimitRow, senders: number): LimitRow {
  return { ...limit, id: 'x.terrl share', max: Math.floor(limit.max / Math.max(1, senders)) };
}

/** What holds besides for a mailbox by its address: onmicrosoft.com's domains have a limit of the whole tenant together. */
export function limitsOfDomain(account: string): readonly LimitRow[] {
  return account.toLowerCase().endsWith('.onmicrosoft.com')
    ? [row('x.moera', 'external', 100, dayMs, 'bounces', onmicrosoftPage)]
    : [];
}

function row(
  id: string,
  counts: LimitRow['counts'],
  max: number,
  windowMs: number | null,
  over: LimitRow['over'],
  source: Source,
): LimitRow {
  return { id, counts, max, windowMs, over, source };
}
