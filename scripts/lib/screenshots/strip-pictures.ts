import { openCompose, openGmail, writeMail } from '@postrider/sandbox/driver/gmail-page';
import { popOut } from '@postrider/sandbox/driver/gmail-windows';
import { openBrowser } from '@postrider/sandbox/driver/open-browser';
import { startSandbox } from '@postrider/sandbox/sandbox';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { build } from 'vite';

/** A state of the strip: its scene, and whether its window is a browser window of its own. */
type StripState = { readonly scene: string; readonly popOut: boolean };

const mail = {
  to: ['dana@initech.example'],
  subject: 'Proposal for Q1',
  body: 'Dear Dana, here is the proposal.',
};

/** Gives what takes a picture of the strip in the sandbox's Gmail, to a function, and closes all afterwards. */
export async function withStripCamera(
  places: { readonly top: string; readonly chromium: string },
  take: (picture: (state: StripState) => Promise<Buffer>) => Promise<void>,
): Promise<void> {
  const script = await bundled(places.top);
  const sandbox = await startSandbox({ withHistory: false });
  try {
    const browser = await openBrowser(chromium, {
      sandbox,
      executablePath: places.chromium,
      viewport: { width: 700, height: 620 },
    });
    try {
      await take((state) => picture(browser.context, script, state));
    } finally {
      await browser.close();
    }
  } finally {
    await sandbox.close();
  }
}

async function picture(
  context: BrowserContext,
  script: string,
  state: StripState,
): Promise<Buffer> {
  const gmail = await openGmail(context);
  const compose = await openCompose(gmail);
  await writeMail(compose, mail);
  const page: Page = state.popOut ? await popOut(compose) : gmail;
  await page.evaluate(script);
  await page.evaluate((name) => Reflect.get(globalThis, 'showStrip')(name), state.scene);
  const png = await (state.popOut ? page.screenshot() : compose.screenshot());
  if (state.popOut) await page.close();
  await gmail.close();
  return png;
}

async function bundled(top: string): Promise<string> {
  const built = await build({
    configFile: false,
    root: top,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      rolldownOptions: {
        input: `${top}scripts/lib/screenshots/in-page/show-strip.ts`,
        output: { format: 'iife' },
      },
    },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('Nothing was built to show a strip with.');
  return chunk.code;
}
