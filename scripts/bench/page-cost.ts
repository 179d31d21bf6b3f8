import type { BrowserContext } from 'playwright';

import { untilAttached } from './attached.ts';
import { compileTime, inbox } from './compile-time.ts';
import { type Bench, median } from './figure.ts';
import { contentScript, type Origin, type Place } from './origins.ts';
import { withRep } from './rep.ts';
import { browserSession } from './worker-target.ts';

const loads = 20;
/** How long the page is left alone after the load, so that what runs by timers is counted as well, ms. */
const restMs = 3000;
const samplingMicroseconds = 100;

/**
 * Main-thread time on a Gmail page with no compose window, in a tab of its own, until `restMs` after InboxSDK has attached.
 * Chromium's sampling profiler sees every world of the page. A sample belongs to whose function is innermost on the
 * stack: InboxSDK called by us is InboxSDK's, the browser's own work on our behalf is ours. Compiling the one file that
 * holds both is shared out by the length of the code.
 */
export const measurePageCost: Bench = (places) =>
  withRep(places, {}, async (rep) => {
    await rep.connect();
    const script = await contentScript(places, rep.extensionId);
    const costs: Record<Origin, number[]> = { ours: [], inboxsdk: [], page: [] };
    for (let load = 0; load < loads; load += 1) {
      const cost = costOf(await profileOfLoad(rep.context), script.originOf);
      for (const origin of ['ours', 'inboxsdk', 'page'] as const) costs[origin].push(cost[origin]);
    }
    const browser = await browserSession(rep.context);
    const compiling: number[] = [];
    for (let load = 0; load < loads; load += 1) {
      compiling.push(await compileTime(rep.context, browser, '/content.js'));
    }
    const compile = median(compiling);
    const inboxsdk = median(costs.inboxsdk) + compile * (1 - script.ourShare);
    const own = median(costs.page);
    return [
      {
        figure: 'Gmail page without compose: our own code on the main thread, median of 20',
        measured: median(costs.ours) + compile * script.ourShare,
        unit: 'ms',
        limit: 15,
        reference: { what: 'InboxSDK in the same loads', value: inboxsdk },
      },
      {
        figure: 'Gmail page without compose: InboxSDK, median of 20',
        measured: inboxsdk,
        unit: 'ms',
        limit: null,
        reference: { what: "the sandbox page's own scripts", value: own },
      },
    ];
  });

type Profile = {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: Place;
    readonly children?: readonly number[];
  }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
};

async function profileOfLoad(context: BrowserContext): Promise<Profile> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: samplingMicroseconds });
  await session.send('Profiler.start');
  await page.goto(inbox);
  await untilAttached(page);
  // A span of time is what is measured here; there is nothing to wait for in it.
  await page.evaluate((ms) => new Promise<void>((resolve) => void setTimeout(resolve, ms)), restMs);
  const { profile } = await session.send('Profiler.stop');
  await page.close();
  return profile;
}

function costOf(profile: Profile, originOf: (frame: Place) => Origin | null) {
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const known = new Map<number, Origin | null>();
  const ownerOf = (id: number): Origin | null => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const frame = frames.get(id);
    const parent = parents.get(id);
    const owner = (frame && originOf(frame)) ?? (parent === undefined ? null : ownerOf(parent));
    known.set(id, owner);
    return owner;
  };
  const cost: Record<Origin, number> = { ours: 0, inboxsdk: 0, page: 0 };
  for (const [index, id] of (profile.samples ?? []).entries()) {
    const owner = ownerOf(id);
    // A sample's delta is the time since the one before, in microseconds.
    if (owner !== null) cost[owner] += (profile.timeDeltas?.[index + 1] ?? 0) / 1000;
  }
  return cost;
}
