import type { Policy } from '@postrider/shared/application/ports/policy';

import type { KeyValues } from '../storage/key-values.ts';
import { parsePolicy } from './parse-policy.ts';

/** What is the matter with the company's policy; null = nothing. */
export type PolicyTrouble =
  /** The file cannot be right; `at` names where. The last good one holds. */
  | { readonly kind: 'broken'; readonly at: string }
  /** The web server did not give it. The last good one holds. */
  | { readonly kind: 'unreachable' };

/** The company's policy, and what is the matter with its file. */
export type PolicyState = { readonly policy: Policy; readonly trouble: PolicyTrouble | null };

/** The company's policy.json beside the pages. */
export type PolicyFile = {
  /** What holds now, without waiting: the last good file that was read, or nothing. */
  last(): PolicyState;
  /** Reads the file again; gives what holds then. */
  refresh(): Promise<PolicyState>;
};

/** Where the last good file is kept, as text. */
const key = 'policy';

/** Longer than any web server that works; the pane goes on with the last good file meanwhile. */
const patienceMs = 10_000;

/** Makes the source over a fetch of our own host. A missing file (404) is a company without policy. */
export function createPolicyFile(fetchFile: typeof fetch, kept: KeyValues): PolicyFile {
  const known = parsePolicy(kept.read(key) ?? '{}');
  const none: Policy = {};
  let state: PolicyState = { policy: known.kind === 'ok' ? known.policy : none, trouble: null };

  async function read(): Promise<PolicyState> {
    const { policy } = state;
    try {
      const answer = await fetchFile('./policy.json', {
        cache: 'no-cache',
        credentials: 'same-origin',
        signal: AbortSignal.timeout(patienceMs),
      });
      if (answer.status === 404) {
        kept.write(key, '{}');
        return { policy: none, trouble: null };
      }
      if (!answer.ok) return { policy, trouble: { kind: 'unreachable' } };
      const text = await answer.text();
      const parsed = parsePolicy(text);
      if (parsed.kind === 'broken') return { policy, trouble: parsed };
      kept.write(key, text);
      return { policy: parsed.policy, trouble: null };
    } catch {
      return { policy, trouble: { kind: 'unreachable' } };
    }
  }

  return {
    last: () => state,
    async refresh() {
      state = await read();
      return state;
    },
  };
}
