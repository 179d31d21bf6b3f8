import { test as base, expect, type Page } from '@playwright/test';
import { giveConsent } from '@postrider/sandbox/driver/extension';
import { type Sandbox, startSandbox } from '@postrider/sandbox/sandbox';

import { findChromium } from '../../scripts/chromium.mjs';
import { type Company, makeCompany } from '../support/company.ts';
import { type ExtensionHost, startExtensionHost } from '../support/extension-host.ts';
import { type ManagedBrowser, startManagedBrowser } from '../support/managed-browser.ts';
import {
  makePolicyMachine,
  noPolicyMachine,
  type PolicyMachine,
} from '../support/policy-machine.ts';
import { keepRequests, strayHosts } from '../support/requests-of-run.ts';

type Fixtures = {
  readonly company: Company;
  readonly google: Sandbox;
  readonly host: ExtensionHost;
  readonly machine: PolicyMachine;
  readonly managed: ManagedBrowser;
};

const byCompany = 'Set by your company. It cannot be changed here.';
const client = { id: '77-acme.apps.googleusercontent.com', secret: 'acme-client-secret' };
const settings = {
  oauthClientId: client.id,
  oauthClientSecret: client.secret,
  allowedDomains: ['acme.example'],
  followByDefault: false,
};

const test = base.extend<Fixtures>({
  company: async ({}, use) => {
    const company = makeCompany();
    await use(company);
    company.remove();
  },
  google: async ({ company: { redirectUri } }, use) => {
    const google = await startSandbox({
      withHistory: false,
      oauthClient: { ...client, redirectUri },
    });
    await use(google);
    await google.close();
  },
  host: async ({ company }, use) => {
    const host = await startExtensionHost(company.hosted);
    await use(host);
    await host.close();
  },
  machine: async ({}, use) => {
    const machine = makePolicyMachine(findChromium() ?? '');
    await use(machine);
    machine.remove();
  },
  managed: async ({ company, machine, google, host }, use) => {
    machine.setPolicy(company.policyFor(settings));
    const managed = await startManagedBrowser(machine.executablePath, { google, host });
    await use(managed);
    await managed.close();
    const requests = { byProgram: managed.asked, atSandbox: google.requests };
    keepRequests(requests);
    expect(strayHosts(requests)).toEqual([]);
  },
});

const impossible = noPolicyMachine();
if (impossible !== undefined) console.error(`Force install is not tested here: ${impossible}.`);
test.skip(impossible !== undefined, impossible);

test('packed and hosted by an admin, it is installed, set up, changed, updated and removed by policy', async ({
  company,
  host,
  machine,
  managed,
}) => {
  test.setTimeout(240_000);
  const { id } = company;
  expect(company.redirectUri).toBe(`https://${id}.chromiumapp.org/oauth2`);

  await test.step('it is installed by itself, from the company’s host', async () => {
    const worker = await managed.worker(id);
    expect(host.asked).toEqual(['/postrider/update.xml', '/postrider/postrider-0.1.0.crx']);
    const self = await worker.evaluate(() => chrome.management.getSelf());
    expect(self).toMatchObject({ id, installType: 'admin', mayDisable: false, enabled: true });
  });

  const options = await managed.context.newPage();
  await options.goto(`chrome-extension://${id}/options/index.html`);

  await test.step('the managed settings are taken over without a reload, and are read-only', async () => {
    await expect(options.getByText(client.id)).toBeVisible({ timeout: 30_000 });
    await expect(options.getByText(byCompany)).toHaveCount(2);
    await expect(
      options.getByText('Only accounts at acme.example can be connected.'),
    ).toBeVisible();
    await expect(options.getByRole('textbox', { name: 'Client ID' })).toHaveCount(0);
    await expect(follow(options)).not.toBeChecked();
    await expect(follow(options)).toBeDisabled();
    await expect(options.getByText(client.secret)).toHaveCount(0);
  });

  await test.step('a rep connects with the company’s client, at the redirect of the company’s id', async () => {
    const connect = options.getByRole('button', { name: 'Connect Gmail' });
    await giveConsent(managed.context, 'ana@acme.example', () => connect.click());
    await expect(options.getByText('Connected to ana@acme.example')).toBeVisible();
  });

  await test.step('a changed policy is taken over while the browser runs', async () => {
    const changed = { ...settings, allowedDomains: ['acme.example', 'acme.test'] };
    machine.setPolicy(company.policyFor({ ...changed, followByDefault: true }));
    await expect(options.getByText('acme.test')).toBeVisible({ timeout: 30_000 });
    await expect(follow(options)).toBeChecked();
    await expect(follow(options)).toBeDisabled();
  });

  await test.step('a higher version is fetched and keeps the connection', async () => {
    company.pack('--version', '0.1.1');
    const worker = await managed.worker(id);
    const check = await worker.evaluate(() => chrome.runtime.requestUpdateCheck());
    expect(check).toMatchObject({ status: 'update_available', version: '0.1.1' });
    await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await expect
      .poll(async () => (await managed.worker(id)).evaluate(versionOfWorker).catch(() => ''), {
        timeout: 30_000,
      })
      .toBe('0.1.1');
    const again = await managed.context.newPage();
    await again.goto(`chrome-extension://${id}/options/index.html`);
    await expect(again.getByText('Connected to ana@acme.example')).toBeVisible();
    await expect(again.getByText(client.id)).toBeVisible({ timeout: 30_000 });
  });

  await test.step('without the policy it goes, with all it held in the browser', async () => {
    machine.setPolicy(null);
    await expect.poll(() => managed.hasWorker(id), { timeout: 30_000 }).toBe(false);
    machine.setPolicy(company.policyFor(settings, '--version', '0.1.2'));
    await managed.worker(id);
    const anew = await managed.context.newPage();
    await anew.goto(`chrome-extension://${id}/options/index.html`);
    await expect(anew.getByText(client.id)).toBeVisible({ timeout: 30_000 });
    await expect(anew.getByText('Not connected')).toBeVisible();
  });
});

function follow(options: Page) {
  return options.getByRole('switch', { name: 'Follow new mail' });
}

function versionOfWorker(): string {
  return chrome.runtime.getManifest().version;
}
