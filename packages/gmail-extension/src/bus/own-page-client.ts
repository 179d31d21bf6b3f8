import { ask } from './ask.ts';
import type { PanelAnswers, PanelRequests } from './panel-catalogue.ts';

/** Asked twice, these would open two windows, or send two group mails. */
const onceOnly: ReadonlySet<keyof PanelRequests> = new Set(['connect', 'group-start']);

/** Asks the worker from one of our own pages. Throws where the worker has failed: that is a bug of ours. */
export async function askFromOwnPage<Kind extends keyof PanelRequests>(
  kind: Kind,
  request: PanelRequests[Kind],
): Promise<PanelAnswers[Kind]> {
  const asked = await ask<PanelAnswers[Kind]>(kind, request, { repeatable: !onceOnly.has(kind) });
  if (asked.kind !== 'ok') throw new Error(`The worker did not answer "${kind}": ${asked.kind}.`);
  return asked.value;
}
