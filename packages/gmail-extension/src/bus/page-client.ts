import { ask, type Asked } from './ask.ts';
import type { PageAnswers, PageRequests } from './page-catalogue.ts';

/** Asks the worker from Gmail's page; every message of the page may be repeated. */
export function askFromPage<Kind extends keyof PageRequests>(
  kind: Kind,
  request: PageRequests[Kind],
): Promise<Asked<PageAnswers[Kind]>> {
  return ask(kind, request, { repeatable: true });
}
