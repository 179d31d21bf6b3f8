import type { OutboxState } from '../../application/ports/outbox.ts';

/** What still is to leave, or just leaves. */
export const waitingStates: readonly OutboxState['kind'][] = [
  'waiting',
  'drafting',
  'drafted',
  'sending',
  'handing-over',
  'held',
];
