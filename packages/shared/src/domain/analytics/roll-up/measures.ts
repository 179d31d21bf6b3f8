import type { RecipientFacts } from './mail-facts.ts';

/** Names of what is counted. */
export const measureIds = [
  'sent',
  'not-sent',
  'bounced',
  'bounced-hard',
  'bounced-soft',
  'delayed',
  'replied',
  'auto-replied',
  'complained',
] as const;

/** One of them. */
export type MeasureId = (typeof measureIds)[number];

/** How one thing is counted. The unit is always one mail at one recipient. */
export type Measure = {
  /** The definition that people read; docs/analytics.md is made of these. */
  readonly says: string;
  /** How often it happened at this recipient; a recipient counts once as soon as it is more than 0. */
  readonly times: (facts: RecipientFacts) => number;
};

/** Every measure with its definition beside the code that takes it. */
export const measures: Readonly<Record<MeasureId, Measure>> = {
  sent: {
    says: 'Recipients of mail that was seen in Sent, and that the provider did not hold back afterwards.',
    times: ({ sentAt }) => once(sentAt !== null),
  },
  'not-sent': {
    says: 'Recipients of mail that the provider took and then held back, for the sender’s own limit or because the sender may not write there.',
    times: ({ notSent }) => once(notSent !== null),
  },
  bounced: {
    says: 'Recipients whose server or whose provider gave the mail back; of several notices the newest counts.',
    times: ({ bounced }) => once(bounced !== null),
  },
  'bounced-hard': {
    says: 'Bounced, and a second try would bounce again: the address or the server does not exist, or refuses for good.',
    times: ({ bounced }) => once(bounced?.hard === true),
  },
  'bounced-soft': {
    says: 'Bounced, and another mail may arrive: a full mailbox, a filter, a server that was away.',
    times: ({ bounced }) => once(bounced?.hard === false),
  },
  delayed: {
    says: 'Recipients whose server keeps trying, as far as the last notice says.',
    times: ({ delayed }) => once(delayed),
  },
  replied: {
    says: 'Recipients who answered by hand; what a machine wrote does not count.',
    times: ({ replies }) => replies,
  },
  'auto-replied': {
    says: 'Recipients whose mailbox answered by itself, such as out of office (RFC 3834).',
    times: ({ autoReplies }) => autoReplies,
  },
  complained: {
    says: 'Recipients who called the mail spam, as their provider reported (RFC 5965).',
    times: ({ complaints }) => complaints,
  },
};

/** Something for every measure. */
export function mapMeasures<Value>(
  make: (id: MeasureId, at: number) => Value,
): Readonly<Record<MeasureId, Value>> {
  const [sent, notSent, bounced, hard, soft, delayed, replied, auto, complained] = measureIds;
  return {
    [sent]: make(sent, 0),
    [notSent]: make(notSent, 1),
    [bounced]: make(bounced, 2),
    [hard]: make(hard, 3),
    [soft]: make(soft, 4),
    [delayed]: make(delayed, 5),
    [replied]: make(replied, 6),
    [auto]: make(auto, 7),
    [complained]: make(complained, 8),
  };
}

function once(holds: boolean): number {
  return holds ? 1 : 0;
}
