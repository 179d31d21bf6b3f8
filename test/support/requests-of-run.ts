import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { isPlayedHost, type RequestRecord } from '@postrider/sandbox/requests';

const file = fileURLToPath(new URL('../../test-results/requests.jsonl', import.meta.url));

/** What one test's browser asked of the network. */
export type RequestsOfTest = {
  /** Hosts asked by pages and by the extension's worker, as the browser tells it. */
  readonly byProgram: readonly string[];
  /** Everything that reached the sandbox, which answers for every name there is. */
  readonly atSandbox: readonly Pick<RequestRecord, 'host' | 'initiator'>[];
};

/** Keeps a test's requests for the count over the whole run; the folder is emptied when a run begins. */
export function keepRequests(requests: RequestsOfTest): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(requests)}\n`);
}

/** All that was kept in this run. */
export function keptRequests(): readonly RequestsOfTest[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): RequestsOfTest => JSON.parse(line));
}

/**
 * Where Google's consent page sends its answer: `launchWebAuthFlow` takes it from the address itself, and Chromium
 * does not wait for what the network says (chrome.identity.getRedirectURL).
 */
const consentEnd = /^[a-p]{32}\.chromiumapp\.org$/;

const isAllowed = (host: string) => isPlayedHost(host) || consentEnd.test(host);

/** The hosts asked by pages and extension that are none of the four names of Google. */
export function strayHosts({ byProgram, atSandbox }: RequestsOfTest): readonly string[] {
  const named = atSandbox.filter(({ initiator }) => initiator !== null).map(({ host }) => host);
  return [...new Set([...byProgram, ...named])].filter((host) => !isAllowed(host));
}

/** The hosts that only Chromium itself asked, with how often; the sandbox answered 502. */
export function chromiumHosts(requests: readonly RequestsOfTest[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { byProgram, atSandbox } of requests) {
    for (const { host } of atSandbox) {
      if (isPlayedHost(host) || byProgram.includes(host)) continue;
      counts.set(host, (counts.get(host) ?? 0) + 1);
    }
  }
  return counts;
}
