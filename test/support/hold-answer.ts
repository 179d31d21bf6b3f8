import type { Page } from '@playwright/test';

/**
 * Holds back Gmail's answers to the page's sync traffic until `wait` resolves: what was asked has happened on the
 * server, and the page does not know it yet.
 */
export async function holdSyncAnswers(gmail: Page, wait: () => Promise<void>): Promise<void> {
  const session = await gmail.context().newCDPSession(gmail);
  session.on('Fetch.requestPaused', ({ requestId }) => {
    void wait().then(() => session.send('Fetch.continueRequest', { requestId }));
  });
  await session.send('Fetch.enable', {
    patterns: [{ urlPattern: 'https://mail.google.com/sync/*', requestStage: 'Response' }],
  });
}
