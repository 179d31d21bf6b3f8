import { expect } from '@playwright/test';
import { giveConsent } from '@postrider/sandbox/driver/extension';

import { findChromium } from '../../scripts/chromium.mjs';
import { builtExtension } from '../support/built-extension.ts';
import { test } from '../support/e2e.ts';
import { makePolicyMachine, noPolicyMachine } from '../support/policy-machine.ts';
import { oauthClient, startRep } from '../support/rep.ts';
import { statusOf } from '../support/worker-words.ts';

const reason = noPolicyMachine();
test.skip(reason !== undefined, reason);

test("an account outside the company's domains is refused, by the company's policy", async ({
  sandbox,
}) => {
  sandbox.google.addAccount({ address: 'ana@home.example', name: 'Ana Silva' });
  const machine = makePolicyMachine(findChromium() ?? '');
  machine.setPolicy({
    '3rdparty': {
      extensions: {
        [builtExtension().id]: {
          oauthClientId: oauthClient.id,
          oauthClientSecret: oauthClient.secret,
          allowedDomains: ['acme.example'],
        },
      },
    },
  });
  const rep = await startRep(sandbox, machine.executablePath);
  try {
    const panel = await rep.openPanel();
    const button = panel.getByRole('button', { name: 'Connect Gmail' });
    await giveConsent(rep.context, 'ana@home.example', () => button.click());
    await expect(panel.getByText(/ana@home\.example.* was not connected/)).toBeVisible();
    expect((await statusOf(panel)).connection).toEqual({ kind: 'not-connected' });

    await giveConsent(rep.context, 'ana@acme.example', () => button.click());
    await expect(panel.getByText('Looked at')).toBeVisible();
  } finally {
    await rep.close();
    machine.remove();
  }
});
