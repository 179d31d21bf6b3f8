import type { BrowserContext, CDPSession } from 'playwright';

import type { Rep } from './rep.ts';

/** The used heap of the extension's worker after a forced collection, MB (10^6 bytes), by Chromium itself. */
export async function heapOfWorker(rep: Rep): Promise<number> {
  const session = await browserSession(rep.context);
  try {
    const { targetInfos } = await session.send('Target.getTargets');
    const worker = targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.includes(rep.extensionId),
    );
    if (worker === undefined) throw new Error('The worker is not running.');
    const { sessionId } = await session.send('Target.attachToTarget', {
      targetId: worker.targetId,
      flatten: false,
    });
    const ask = (method: string) => askTarget(session, sessionId, method);
    await ask('HeapProfiler.enable');
    // Twice: what the first collection finalises only the second one frees.
    await ask('HeapProfiler.collectGarbage');
    await ask('HeapProfiler.collectGarbage');
    const { usedSize } = await ask('Runtime.getHeapUsage');
    return Number(usedSize) / 1e6;
  } finally {
    await session.detach();
  }
}

/** A protocol session with the browser itself, where workers and traces are found. */
export function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (browser === null) throw new Error('The browser takes no protocol session.');
  return browser.newBrowserCDPSession();
}

let asked = 0;

/** Asks a target through the browser's session, which is the only way Playwright leaves to a worker. */
async function askTarget(
  session: CDPSession,
  sessionId: string,
  method: string,
): Promise<Record<string, unknown>> {
  asked += 1;
  const id = asked;
  const answered = new Promise<Record<string, unknown>>((resolve, reject) => {
    const hear = (event: { readonly sessionId: string; readonly message: string }) => {
      if (event.sessionId !== sessionId) return;
      const answer: { id?: number; result?: Record<string, unknown>; error?: { message: string } } =
        JSON.parse(event.message);
      if (answer.id !== id) return;
      session.off('Target.receivedMessageFromTarget', hear);
      if (answer.result) resolve(answer.result);
      else reject(new Error(`${method}: ${answer.error?.message ?? 'no answer'}`));
    };
    session.on('Target.receivedMessageFromTarget', hear);
  });
  await session.send('Target.sendMessageToTarget', {
    sessionId,
    message: JSON.stringify({ id, method }),
  });
  return answered;
}
