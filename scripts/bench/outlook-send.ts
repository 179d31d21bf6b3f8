import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from 'playwright';

import { buildDigest } from '../../packages/outlook-addin/src/digest/build-digest.ts';
import { type Bench, median, percentile } from './figure.ts';

const sends = 200;
const recipients = 50;

/**
 * OnMessageSend's own work: from the start of the built commands.js in a page of its own, as Outlook starts it for each
 * send, until it completes the event. Outlook's part is an Office that answers at once, so that what is measured is ours.
 * The digest is as full as one gets, and the mail has 50 recipients.
 */
export const measureOutlookSend: Bench = async ({ top, chromium: executablePath }) => {
  const script = readFileSync(join(top, 'packages/outlook-addin/dist/commands.js'), 'utf8');
  const { text } = buildDigest({
    writtenAt: Date.now(),
    followByDefault: true,
    aliases: [],
    budget: null,
    blockedDomains: names(200, 'rival'),
    salt: 'c2FsdHNhbHQ',
    suppressed: names(4000, 'customer').map((domain) => `person@${domain}`),
    pixel: null,
  });
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage();
    const times: number[] = [];
    // The first ones only warm up.
    for (let no = -5; no < sends; no += 1) {
      const time = await page.evaluate(sendOnce, {
        script,
        digest: text,
        to: names(recipients, `other${no}`).map((domain) => `person@${domain}`),
      });
      if (no >= 0) times.push(time);
    }
    const figure = 'OnMessageSend, own work: full digest, 50 recipients';
    return [
      { figure: `${figure}, median of 200`, measured: median(times), unit: 'ms', limit: 50 },
      { figure: `${figure}, p95`, measured: percentile(times, 95), unit: 'ms', limit: 50 },
    ];
  } finally {
    await browser.close();
  }
};

function names(count: number, stem: string): readonly string[] {
  return Array.from({ length: count }, (_none, index) => `${stem}${index}.example`);
}

type Sent = { readonly script: string; readonly digest: string; readonly to: readonly string[] };
type Done = (result: object) => void;
type Handler = (event: { completed(options: { allowEvent?: boolean }): void }) => void;

/** Runs in the page: starts the script in a fresh frame with an Office that answers at once, and sends one mail. */
function sendOnce({ script, digest, to }: Sent): Promise<number> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const inside = frame.contentWindow;
  if (inside === null) throw new Error('A frame without a window.');
  const handlers = new Map<string, Handler>();
  const status = 'succeeded';
  const answer = (value: unknown) => (done: Done) => done({ status, value });
  const everybody = to.map((emailAddress) => ({ emailAddress }));
  const item = {
    to: { getAsync: answer(everybody) },
    cc: { getAsync: answer([]) },
    bcc: { getAsync: answer([]) },
    from: { getAsync: answer({ emailAddress: 'eva@adatum.example' }) },
    getSharedPropertiesAsync: (done: Done) => done({ status: 'failed', error: { code: 9018 } }),
    internetHeaders: {
      getAsync: (_names: unknown, done: Done) => done({ status, value: {} }),
      setAsync: (_headers: unknown, done: Done) => done({ status }),
    },
    sessionData: {
      getAllAsync: answer({}),
      setAsync: (_name: unknown, _value: unknown, done: Done) => done({ status }),
    },
    loadCustomPropertiesAsync: answer({ get: () => undefined }),
  };
  Reflect.set(inside, 'Office', {
    actions: { associate: (name: string, handler: Handler) => void handlers.set(name, handler) },
    context: {
      mailbox: { item, userProfile: { emailAddress: 'eva@adatum.example' } },
      requirements: { isSetSupported: () => true },
      roamingSettings: { get: () => digest },
    },
  });
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const element = inside.document.createElement('script');
    element.textContent = script;
    inside.document.head.append(element);
    const handler = handlers.get('onMessageSend');
    if (handler === undefined) throw new Error('The script names no onMessageSend.');
    handler({
      completed: ({ allowEvent }) => {
        const time = performance.now() - start;
        frame.remove();
        if (allowEvent === true) resolve(time);
        else reject(new Error('The mail was refused.'));
      },
    });
  });
}
