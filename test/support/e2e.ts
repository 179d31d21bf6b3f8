import { expect, test as base } from '@playwright/test';
import { type Sandbox, type SandboxOptions, startSandbox } from '@postrider/sandbox/sandbox';

import { builtExtension } from './built-extension.ts';
import { oauthClient, type Rep, startRep } from './rep.ts';
import { keepRequests, strayHosts } from './requests-of-run.ts';

type Fixtures = {
  readonly sandboxOptions: SandboxOptions;
  readonly sandbox: Sandbox;
  readonly rep: Rep;
};

/** A test with a sandbox and a browser of its own. Afterwards every request must have gone to the four names. */
export const test = base.extend<Fixtures>({
  sandboxOptions: [{}, { option: true }],
  sandbox: async ({ sandboxOptions }, use) => {
    const redirectUri = `https://${builtExtension().id}.chromiumapp.org/oauth2`;
    const sandbox = await startSandbox({
      withHistory: false,
      oauthClient: { ...oauthClient, redirectUri },
      ...sandboxOptions,
      switches: { undoMs: 2000, ...sandboxOptions.switches },
    });
    await use(sandbox);
    await sandbox.close();
  },
  rep: async ({ sandbox }, use) => {
    const rep = await startRep(sandbox);
    await use(rep);
    await rep.close();
    const requests = { byProgram: rep.asked, atSandbox: sandbox.requests };
    keepRequests(requests);
    expect(strayHosts(requests)).toEqual([]);
  },
});
