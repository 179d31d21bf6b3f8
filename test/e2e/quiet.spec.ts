import { expect } from '@playwright/test';

import { test } from '../support/e2e.ts';
import { startRep } from '../support/rep.ts';

test("the rules stop what would go to InboxSDK's maker, should any of it come back", async ({
  sandbox,
}) => {
  // Not the fixture's rep: what is asked here on purpose would count among the requests of the run.
  const rep = await startRep(sandbox);
  const gmail = await rep.openGmail();
  const reached = await gmail.evaluate(async () => {
    const hosts = [
      'https://api.inboxsdk.com/api/v2/errors',
      'https://pubsub.googleapis.com/v1/projects/mailfoogae/topics/events:publish',
      'https://example.com/',
    ];
    const answers = await Promise.allSettled(hosts.map((url) => fetch(url, { mode: 'no-cors' })));
    return answers.map(({ status }) => status);
  });
  expect(reached).toEqual(['rejected', 'rejected', 'fulfilled']);
  await rep.close();
  const hosts = sandbox.requests.map(({ host }) => host);
  expect(hosts.filter((host) => /inboxsdk|pubsub/.test(host))).toEqual([]);
});
