import { ask } from '../../bus/ask.ts';
import { hearChanged } from '../../bus/changed-word.ts';
import { askFromPage } from '../../bus/page-client.ts';
import { createComposeChoices } from './compose-choices.ts';
import type { ComposePort } from './compose-port.ts';
import { deliverer } from './deliver.ts';
import { followCompose } from './follow-compose.ts';
import { followTraffic } from './follow-traffic.ts';
import type { GmailPage } from './gmail-page.ts';
import { createGuardKeeper } from './guard-keeper.ts';
import { createPageHealth, type PageHealth } from './health/page-health.ts';
import { inboxSdkComposePort } from './inboxsdk/compose-port.ts';
import { accountInTitle, isDelegated, isPopOut } from './page-address.ts';
import { popOutComposePort } from './popout/compose-port.ts';
import { watchUnrecognised } from './resting/watch-unrecognised.ts';
import { createSendDesk } from './send-desk.ts';
import { keptPort } from './traffic/kept-port.ts';
import { listenToTraffic } from './traffic/listen-to-traffic.ts';

const now = () => Date.now();

/** As long as the bus takes one. */
const longestReport = 60_000;

async function start(signal: AbortSignal): Promise<void> {
  const delegated = isDelegated(location.pathname);
  const { version } = chrome.runtime.getManifest();
  let account: string | null = null;
  const knownAccount = () => account ?? accountInTitle(document.title);

  const tell = deliverer((kind, request) => ask(kind, request, { repeatable: true }), signal);
  const health = createPageHealth(
    (reason, report) => tell('page-health', { reason, report: report.slice(0, longestReport) }),
    { version, delegated },
  );
  const choices = createComposeChoices(now);
  // What happens in somebody else's mailbox is none of the rep's feed.
  const deliver = delegated ? () => undefined : tell;
  const desk = createSendDesk({ account: knownAccount, deliver, health, now });

  const port = keptPort();
  if (port !== null && !delegated) {
    health.watcherInPlace();
    const accountSeen = (seen: string) => {
      account ??= seen === '' ? null : seen;
    };
    listenToTraffic(port, followTraffic({ desk, choices, health, accountSeen }), signal);
  }
  watchUnrecognised(health, signal);

  const composePort = await openComposePort(knownAccount, health, signal);
  if (composePort === null) return;
  const { account: ours } = composePort;
  account = ours;
  const guard = createGuardKeeper({
    ask: () => askFromPage('send-guard', { account: ours }),
    askFor: (recipients) => askFromPage('guard-for', { account: ours, recipients }),
    now,
  });
  const shared = { delegated, deliver, desk, choices, guard, health, now };
  const page: GmailPage = { account: ours, ...shared };
  const stopHearing = hearChanged(() => void guard.refresh());
  signal.addEventListener('abort', stopHearing);
  void guard.refresh();
  composePort.onWindow((compose) => followCompose(compose, page));
}

/** Null where Gmail's page is not what InboxSDK expects: then the traffic alone follows mail. */
async function openComposePort(
  account: () => string | null,
  health: PageHealth,
  signal: AbortSignal,
): Promise<ComposePort | null> {
  if (isPopOut(location.pathname)) {
    health.inboxSdk('not-here');
    return popOutComposePort(account, signal);
  }
  const sdk = await inboxSdkComposePort(signal).catch(() => null);
  health.inboxSdk(sdk === null ? 'failed' : 'loaded');
  return sdk;
}

void start(new AbortController().signal);
