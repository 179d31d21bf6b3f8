import { measureCatchUp } from './catch-up.ts';
import { measureFeed } from './feed.ts';
import type { Bench } from './figure.ts';
import { measureHandingOver } from './graph/handing-over.ts';
import { measureGraphWatching } from './graph/watching.ts';
import { measureIdleWatch } from './idle-watch.ts';
import { measureMails } from './mails.ts';
import { measureOutlookPane } from './outlook-pane.ts';
import { measureOutlookSend } from './outlook-send.ts';
import { measurePageCost } from './page-cost.ts';
import { measureStrip } from './strip.ts';
import { measurePlan } from './throttle/plan-time.ts';
import { measureWorkerHeap } from './worker-heap.ts';

/** Every bench that runs in this process, by the name that `--only` takes. */
export const benches: Readonly<Record<string, Bench>> = {
  page: measurePageCost,
  strip: measureStrip,
  idle: measureIdleWatch,
  'catch-up': measureCatchUp,
  heap: measureWorkerHeap,
  feed: measureFeed,
  mails: measureMails,
  plan: measurePlan,
  'outlook-pane': measureOutlookPane,
  'outlook-send': measureOutlookSend,
  graph: measureGraphWatching,
  'hand-over': measureHandingOver,
};
