import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { HeadersFor } from './serve-addin.ts';

/** What an add-in's build says about header lines: for files by a pattern with `*`, a later rule over an earlier one. */
type HeaderRules = {
  readonly rules: readonly {
    readonly files: string;
    readonly headers: Readonly<Record<string, string>>;
  }[];
};

/**
 * Reads `headers.json` of a build; none where there is none. `ownServers` are added to `frame-ancestors`, as a company
 * with a server of its own has to.
 */
export function headersByRules(folder: string, ownServers: readonly string[]): HeadersFor {
  const file = join(folder, 'headers.json');
  if (!existsSync(file)) return () => ({});
  const { rules }: HeaderRules = JSON.parse(readFileSync(file, 'utf8'));
  const framers = ownServers.map((name) => ` https://${name}`).join('');
  return (path) => {
    const found = rules
      .filter(({ files }) => matches(path.replace(/^\//, ''), files))
      .map(({ headers }) => headers);
    const headers: Record<string, string> = Object.assign({}, ...found);
    const policy = headers['Content-Security-Policy'];
    return policy === undefined
      ? headers
      : {
          ...headers,
          'Content-Security-Policy': policy.replace(/frame-ancestors[^;]*/, (all) => all + framers),
        };
  };
}

function matches(path: string, pattern: string): boolean {
  const parts = pattern
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}
