import { expect } from '@playwright/test';
import { openCompose, openGmail, sendMail, writeMail } from '@postrider/sandbox/driver/gmail-page';
import { trafficVariants, withTraffic } from '@postrider/sandbox/page-traffic';

import { accountOf, mailsWith, test } from '../support/gmail-page-test.ts';

for (const variant of trafficVariants()) {
  test(`a mail is saved and sent while Gmail speaks ${variant}`, async ({ sandbox, context }) => {
    sandbox.setPageVariant(withTraffic(variant));
    const page = await openGmail(context);
    const asked = page.waitForRequest(/\/sync\//);
    const compose = await openCompose(page);
    await writeMail(compose, { to: ['kim@globex.example'], subject: variant, body: 'Hello' });
    expect((await asked).headers()['x-sandbox-traffic']).toBe(variant);
    await sendMail(compose);
    const ana = accountOf(sandbox);
    expect(mailsWith(ana, 'SENT', variant)).toHaveLength(1);
    expect(mailsWith(ana, 'DRAFT', variant)).toEqual([]);
  });
}
