import { expect } from '@playwright/test';
import { openCompose, sendMail, writeMail } from '@postrider/sandbox/driver/gmail-page';

import { test } from '../support/e2e.ts';

test.describe('in a Gmail whose compose window nobody knows', () => {
  test.use({
    sandboxOptions: {
      // Without this menu entry InboxSDK gives the window up.
      pageVariant: (html) => html.replaceAll('scheduledSend', 'scheduledSendOfTomorrow'),
    },
  });

  test('it says that it rests, and the mail leaves all the same', async ({ rep, sandbox }) => {
    await rep.connect();
    const gmail = await rep.openGmail();
    const compose = await openCompose(gmail);
    await expect(compose.getByText(/^Postrider is resting/)).toBeVisible({ timeout: 30_000 });
    await writeMail(compose, { to: ['kim@globex.example'], subject: 'Pricing', body: 'Hello' });
    await sendMail(compose);
    await expect.poll(() => sandbox.postOffice.letters()).toHaveLength(1);
  });
});
