import { openPane } from '@postrider/sandbox/driver/outlook-addin';
import { composeMail, fillMail } from '@postrider/sandbox/driver/outlook-page';

import type { Places } from '../places.ts';
import { setStage } from './stage.ts';
import { story } from './story.ts';

/** Plays the story and takes the README's pictures of the real thing: the feed in Outlook, and a mail that is written beside the pane. */
export async function takePictures(places: Places): Promise<void> {
  const stage = await setStage(places, true);
  try {
    let last = stage.outlook;
    for (const step of story(stage)) {
      const { ok, show } = await step.run();
      if (!ok) throw new Error(`The story failed at "${step.step}"; play the demo to see why.`);
      last = show;
    }
    await last.bringToFront();
    const looked = last.frameLocator('iframe.addin-pane').getByRole('button', { name: 'Look now' });
    await looked.and(last.locator(':not([aria-disabled])')).waitFor();
    await last.screenshot({ path: `${places.screenshots}outlook-with-pane.png` });
    const form = await composeMail(last);
    await fillMail(form, {
      to: ['maya@soylent.example'],
      subject: 'The pilot for your support team',
      body: 'Hi Maya, here is the plan for the first two weeks.',
    });
    const pane = await openPane(last, 'Open feed');
    await pane.getByRole('button', { name: 'Send later' }).click();
    await last.screenshot({ path: `${places.screenshots}outlook-compose.png` });
  } finally {
    await stage.close();
  }
}
