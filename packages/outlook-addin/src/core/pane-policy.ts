import type { Policy, PolicySource } from '@postrider/shared/application/ports/policy';

import type { PolicyFile, PolicyTrouble } from '../policy/policy-file.ts';
import type { RepSettings } from './rep-settings.ts';

/** The policy as the core takes it: the company's file with the rep's own choice below it. */
export type PanePolicy = PolicySource & {
  /** What the company set, without waiting. */
  company(): Policy;
  trouble(): PolicyTrouble | null;
  /** Reads the file again. */
  refresh(): Promise<void>;
};

/** Makes it; reading never waits for the web server, since the last good file holds until another was read. */
export function createPanePolicy(file: PolicyFile, rep: RepSettings): PanePolicy {
  const listeners = new Set<(policy: Policy) => void>();
  const whole = (): Policy => {
    const { policy } = file.last();
    return { ...policy, followByDefault: rep.followByDefault(policy) };
  };
  return {
    read: async () => whole(),
    onChange: (listener) => void listeners.add(listener),
    company: () => file.last().policy,
    trouble: () => file.last().trouble,
    async refresh() {
      const before = JSON.stringify(file.last());
      const after = JSON.stringify(await file.refresh());
      if (before === after) return;
      for (const listener of listeners) listener(whole());
    },
  };
}
