import '@inboxsdk/core/background.js';
import { tellChanged } from '../bus/changed-word.ts';
import { serve } from '../bus/serve.ts';
import { appointments } from './appointments.ts';
import { markSeen, showBadge } from './badge.ts';
import { type Core, openCore } from './core.ts';
import { deliverabilityHandlers } from './deliverability-handlers.ts';
import { introductionHandlers } from './introduction/introduction-handlers.ts';
import { lookTimes } from './look/look-times.ts';
import { pageHandlers } from './page-handlers.ts';
import { panelHandlers } from './panel-handlers.ts';
import { openPanelFromToolbar } from './panel-opening.ts';
import { chromePolicySource } from './policy/policy-source.ts';
import { queueHandlers } from './queue/queue-handlers.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { closeStorageToPages } from './storage-access.ts';
import { updateWhenQuiet } from './update/update-when-quiet.ts';

/** A refusal by the other server often comes back within seconds of the send. */
const answersWithinMs = 15_000;

/** The panel asks for its status with every change; a look for each of these would never end. */
const panelLooksAfterMs = 15_000;

let opened: Promise<Core> | null = null;
let lookedForPanelAt = 0;

/** Within so long before a mail of the queue leaves, no update ends the worker, ms. */
const quietBeforeMs = 60_000;

const times = { looks: lookTimes(look), queue: appointments('send-next', runQueue) };
const policy = chromePolicySource();

serve(
  pageHandlers(core, mailMoved),
  {
    ...panelHandlers(core, panelSeen),
    ...deliverabilityHandlers(core),
    ...settingsHandlers(core),
    ...introductionHandlers(core),
    ...queueHandlers(core),
  },
  (_kind, error) => reportError(error),
);
policy.onChange(
  () =>
    void core()
      .then((parts) => parts.changed())
      .catch(reportError),
);
const updates = updateWhenQuiet({
  leaving: async () => (await (await core()).panel.status()).leaving,
  sending: async () => (await core()).carrying.isSendingWithin(quietBeforeMs),
  now: () => Date.now(),
});
openPanelFromToolbar();
void closeStorageToPages();
chrome.runtime.onStartup.addListener(look);
chrome.runtime.onInstalled.addListener(look);

/** Opens the core once; where that failed, the next message tries again. */
function core(): Promise<Core> {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function open(): Promise<Core> {
  const parts = await openCore(policy, times);
  void letGo(parts);
  parts.panel.subscribe(() => {
    tellChanged();
    void showBadge(parts).catch(reportError);
  });
  return parts;
}

/** A database that somebody else has closed is of no use to anybody: the next message opens a new one. */
async function letGo({ closed }: Core): Promise<void> {
  await closed;
  opened = null;
  tellChanged();
}

function look(): void {
  void core()
    .then(({ panel, carrying }) => panel.lookNow().finally(() => carrying.run()))
    .catch(reportError)
    .then(() => updates.tryNow())
    .catch(reportError);
}

function runQueue(): void {
  void core()
    .then((parts) => parts.carrying.run())
    .catch(reportError)
    .then(() => updates.tryNow())
    .catch(reportError);
}

function mailMoved(): void {
  look();
  times.looks.at(Date.now() + answersWithinMs);
}

function panelSeen(): void {
  const now = Date.now();
  void markSeen(now);
  if (now - lookedForPanelAt < panelLooksAfterMs) return;
  lookedForPanelAt = now;
  look();
}
