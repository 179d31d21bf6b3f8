import { expect } from '@playwright/test';
import { openPane } from '@postrider/sandbox/driver/outlook-addin';
import { composeMail, fillMail, openOutlook } from '@postrider/sandbox/driver/outlook-page';

import { test } from '../support/outlook-e2e.ts';
import { connectedPane, eva, lookNow, named, paneFindings } from '../support/outlook-pane.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, and 320 px are enough: ${colorScheme}`, async ({ context }) => {
    const page = await openOutlook(context);
    await page.emulateMedia({ colorScheme });
    const frame = await connectedPane(page);
    await lookNow(frame);
    const form = await composeMail(page);
    await fillMail(form, { to: ['kim@initech.example'], subject: 'Pricing', body: 'Hello' });
    const compose = await openPane(page, 'Open feed');
    await named(compose, 'Send later…').click();
    expect(await compose.evaluate(() => innerWidth)).toBeLessThanOrEqual(340);
    expect(await paneFindings(compose)).toEqual([]);
    await named(compose, 'Cancel').click();
    await compose.getByRole('button', { name: `Account ${eva}: Connected` }).click();
    await named(compose, 'Settings').click();
    await expect(compose.getByRole('heading', { name: 'Postrider settings' })).toBeVisible();
    expect(await paneFindings(compose)).toEqual([]);
  });
}
