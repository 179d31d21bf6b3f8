import { expect } from '@playwright/test';
import { openOutlook, pressSend, waitUntilSent } from '@postrider/sandbox/driver/outlook-page';
import type { OutlookControls } from '@postrider/sandbox/outlook';

import { newMail, office, openProbe, sentBy, test } from '../support/office-test.ts';

type Expected = {
  readonly platform: string;
  /** The newest Mailbox set, and the next, which it has not. */
  readonly sets: readonly [string, string];
  readonly nestedAppAuth: boolean;
  readonly startsByEvents: boolean;
  /** What the newest call that is tried comes to. */
  readonly delayed: RegExp;
};

const works = /^undefined$/;
const notSupported = /5000/;

const clients: readonly (readonly [OutlookControls['client'], Expected])[] = [
  [
    'new-windows',
    {
      platform: 'OfficeOnline',
      sets: ['1.16', '1.17'],
      nestedAppAuth: true,
      startsByEvents: true,
      delayed: works,
    },
  ],
  [
    'mac',
    {
      platform: 'Mac',
      sets: ['1.14', '1.15'],
      nestedAppAuth: true,
      startsByEvents: true,
      delayed: works,
    },
  ],
  [
    'classic-windows-2021',
    {
      platform: 'PC',
      sets: ['1.9', '1.10'],
      nestedAppAuth: false,
      startsByEvents: false,
      delayed: notSupported,
    },
  ],
  [
    'mobile',
    {
      platform: 'iOS',
      sets: ['1.5', '1.6'],
      nestedAppAuth: true,
      startsByEvents: false,
      delayed: notSupported,
    },
  ],
];

for (const [name, expected] of clients) {
  test(`plays ${name}`, async ({ context, sandbox }) => {
    sandbox.outlook.client = name;
    const page = await openOutlook(context);
    const form = await newMail(page);
    const pane = await openProbe(page);
    const said = await pane.evaluate(
      ([has, hasNot]) => ({
        platform: String(Office.context.platform),
        sets: [
          Office.context.requirements.isSetSupported('Mailbox', has),
          Office.context.requirements.isSetSupported('Mailbox', hasNot),
        ],
        nestedAppAuth: Office.context.requirements.isSetSupported('NestedAppAuth', '1.1'),
        bridge: 'nestedAppAuthBridge' in globalThis,
      }),
      expected.sets,
    );
    const { platform, nestedAppAuth } = expected;
    expect(said).toEqual({ platform, sets: [true, false], nestedAppAuth, bridge: nestedAppAuth });
    const delayed = await pane.evaluate(
      () =>
        new Promise<string>((resolve) => {
          Office.context.mailbox.item?.delayDeliveryTime.getAsync(({ error }) => {
            resolve(String(error?.code));
          });
        }),
    );
    expect(delayed).toMatch(expected.delayed);
    await pressSend(form);
    await waitUntilSent(page);
    expect(sentBy(sandbox).includes('Appended')).toBe(expected.startsByEvents);
  });
}

test('an add-in that nobody deployed starts by no event', async ({ context, sandbox }) => {
  sandbox.outlook.settings.deployment = 'sideloaded';
  const page = await openOutlook(context);
  const form = await newMail(page, 'stop');
  expect(await office(await openProbe(page), 'item.subject.getAsync')).toBe('stop');
  await pressSend(form);
  await waitUntilSent(page);
  expect(sandbox.outlook.events.filter(({ kind }) => kind === 'launch')).toEqual([]);
});

test('where the bridge is missing, the library still says that it can sign in', async ({
  context,
  sandbox,
}) => {
  sandbox.outlook.defects.add('bridge-missing');
  const page = await openOutlook(context);
  await newMail(page);
  const pane = await openProbe(page);
  expect(
    await pane.evaluate(() => [
      Office.context.requirements.isSetSupported('NestedAppAuth', '1.1'),
      'nestedAppAuthBridge' in globalThis,
    ]),
  ).toEqual([true, false]);
});
