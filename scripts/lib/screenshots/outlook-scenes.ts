import { openPane, paneFrame, smartAlert } from '@postrider/sandbox/driver/outlook-addin';
import {
  composeMail,
  openOutlook,
  openOwnServer,
  pressSend,
} from '@postrider/sandbox/driver/outlook-page';
import { serverBusy } from '@postrider/sandbox/ews-errors';
import type { OutlookControls } from '@postrider/sandbox/outlook';
import type { Sandbox } from '@postrider/sandbox/sandbox';
import type { BrowserContext, Page } from 'playwright';

import { eva, omar } from '../../play/outlook/cast.ts';
import { connect } from '../../play/outlook/connect.ts';
import {
  beside,
  button,
  handOver,
  lookUntil,
  permissions,
  pressConnect,
  sendLater,
  suppress,
  writeOffer,
} from './outlook-steps.ts';

/** A sandbox with Outlook, and a browser on it. */
export type OutlookWorld = {
  readonly sandbox: Sandbox & { readonly outlook: OutlookControls };
  readonly context: BrowserContext;
};

/** How a state of the pane comes about; `policy` is what the company's file says, null where there is no file. */
export type OutlookScene = {
  readonly policy?: object | null;
  /** Ends with the state on the page that it gives. */
  readonly play: (world: OutlookWorld) => Promise<Page>;
};

/** On Exchange Online. */
const online = (act: (page: Page, world: OutlookWorld) => Promise<unknown>) => ({
  play: async (world: OutlookWorld) => {
    const page = await openOutlook(world.context);
    await act(page, world);
    return page;
  },
});

/** On a company's own Exchange Server, with the Outlook that goes with it. */
const onServer = (act: (page: Page, world: OutlookWorld) => Promise<unknown>) => ({
  play: async (world: OutlookWorld) => {
    world.sandbox.outlook.client = 'on-premises';
    const page = await openOwnServer(world.context, { account: omar.address });
    await act(page, world);
    return page;
  },
});

/** A mail to a suppressed address, in an Outlook that has heard of it. */
const toSuppressed = (act: (page: Page) => Promise<unknown>) => ({
  play: async ({ context, sandbox }: OutlookWorld) => {
    const first = await openOutlook(context);
    const digest = () => sandbox.outlook.roamingOf(eva.address)['postrider.digest'] ?? '';
    await suppress(first, () => /hashes.{5,}[\w-]{7}/.test(digest()));
    await first.close();
    const page = await openOutlook(context);
    await act(page);
    return page;
  },
});

/** Every scene by its name. */
export const outlookScenes: Readonly<Record<string, OutlookScene>> = {
  'outlook-first-run': online(permissions),
  'outlook-server-first-run': onServer(permissions),
  'outlook-not-set': {
    policy: null,
    ...online(async (page) => {
      const pane = await beside(page);
      await button(pane, 'Continue').click();
      await button(pane, 'Continue').click();
      await pane.getByText('is not set').waitFor();
    }),
  },
  'outlook-policy-broken': {
    policy: { dailyMessageLimit: 'many' },
    ...online(async (page) => {
      await (await beside(page)).getByText('cannot be read').waitFor();
    }),
  },
  'outlook-wrong-client': {
    policy: { entraClientId: '11111111-2222-4333-8444-555555555555' },
    ...online(async (page) => {
      const pane = await beside(page);
      await pressConnect(pane);
      await pane.getByText('AADSTS700016').waitFor();
    }),
  },
  'outlook-other-account': {
    play: async ({ context, sandbox }) => {
      sandbox.outlook.defects.add('bridge-missing');
      const page = await openOutlook(context);
      const pane = await beside(page);
      await pressConnect(pane);
      const opened = context.waitForEvent('page');
      await button(pane, 'Allow').click();
      await (await opened).getByRole('button', { name: 'Tom Nagy' }).click();
      await pane.getByText('was not connected').waitFor();
      return page;
    },
  },
  'outlook-compose': online(async (page) => {
    await connect(page);
    await writeOffer(page);
  }),
  'outlook-compose-suppressed': toSuppressed(async (page) => {
    await writeOffer(page);
    await (await paneFrame(page)).getByText('is suppressed').first().waitFor();
  }),
  'outlook-refused': toSuppressed(async (page) => {
    await pressSend(await writeOffer(page));
    await smartAlert(page).waitFor();
  }),
  'outlook-send-later': online(async (page) => {
    await connect(page);
    await writeOffer(page);
    await sendLater(page);
  }),
  'outlook-waiting': online(handOver),
  'outlook-cancelled': online(async (page) => {
    const pane = await handOver(page);
    await button(pane, /^Cancel/).click();
    await pane.getByText('Cancelled:').waitFor();
  }),
  'outlook-shared': {
    play: async ({ context }) => {
      await connect(await openOutlook(context));
      const shared = await openOutlook(context, { open: 'sales@adatum.example' });
      await composeMail(shared);
      const pane = await openPane(shared, 'Open feed');
      await pane.getByText('It leaves as usual').waitFor();
      return shared;
    },
  },
  'outlook-server-compose': onServer(async (page) => {
    await connect(page);
    await writeOffer(page);
  }),
  'outlook-server-busy': onServer(async (page, { sandbox }) => {
    await connect(page);
    sandbox.serverEws.faults.next({ response: serverBusy(20 * 60_000) });
    await lookUntil(page, /asks to wait until/);
  }),
  'outlook-server-moved': onServer(async (page, { sandbox }) => {
    await connect(page);
    sandbox.exchange.server.setCondition(omar.address, 'moved');
    await lookUntil(page, /moved to Exchange Online/);
  }),
  'outlook-graph-down': online(async (page, { sandbox }) => {
    await connect(page);
    const body = { error: { code: 'serviceNotAvailable', message: 'The service is unavailable.' } };
    sandbox.microsoft.faults.next({ response: { status: 503, body }, times: 50 });
    await lookUntil(page, /trouble/);
  }),
  'outlook-no-answer': online(async (page) => {
    await page.context().route('**/office.js*', (route) => route.abort());
    const pane = await beside(page);
    await pane.getByRole('heading', { name: 'Outlook does not answer' }).waitFor();
  }),
  'outlook-not-in-outlook': {
    play: async ({ context }) => {
      const page = await context.newPage();
      await page.setViewportSize({ width: 480, height: 240 });
      await page.goto('https://addin.postrider.example/taskpane.html');
      await page.getByRole('heading', { name: 'Postrider lives in Outlook' }).waitFor();
      return page;
    },
  },
};
