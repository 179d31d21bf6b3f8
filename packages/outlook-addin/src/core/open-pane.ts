import { openDatabase } from '@postrider/shared/adapters/storage/open-database';
import { createSendLedgersStore } from '@postrider/shared/adapters/storage/send-ledgers-store';
import { createWatchStatesStore } from '@postrider/shared/adapters/storage/small-stores';

import { digestKey } from '../digest/digest.ts';
import { readDigest } from '../digest/read-digest.ts';
import { within } from '../identity/within.ts';
import { type OpenMailbox, openMailbox } from '../office/open-mailbox.ts';
import { roamingSetting } from '../office/roaming-settings.ts';
import { whenOfficeReady } from '../office/when-ready.ts';
import { createPolicyFile } from '../policy/policy-file.ts';
import { browserKeyValues } from '../storage/key-values.ts';
import type { Connection } from './connection.ts';
import { createLookClock } from './look-clock.ts';
import { heedMovedMailbox } from './moved-mailbox.ts';
import { createPaneCore, type PaneCore } from './pane-core.ts';
import { createPanePolicy } from './pane-policy.ts';
import type { PaneState, PaneTrouble } from './pane-state.ts';
import { clock, send } from './platform.ts';
import { noteNewStorage } from './queue/pane-queue.ts';
import { createRepSettings } from './rep-settings.ts';
import { wordToOthers } from './word-to-others.ts';

/** The first policy ever is waited for so long, ms; later ones are not waited for. */
const firstPolicyMs = 4000;

/** How far back a mailbox is read that was watched elsewhere, or here before the storage was emptied, ms. */
const readBackMs = 14 * 24 * 3_600_000;

/** Opens the pane and tells how far it has come, until `end` is raised. */
export async function openPane(
  tell: (state: PaneState) => void,
  openSettings: () => void,
  end: AbortSignal,
): Promise<void> {
  while (!end.aborted) {
    const { state, closed } = await openOnce(openSettings);
    if (end.aborted) return;
    tell(state);
    const stop = state.kind === 'open' ? state.core.start() : () => {};
    end.addEventListener('abort', stop);
    await closed;
    // Deleted by the browser, or given up for a newer program: what is there now is opened anew.
    stop();
    if (!end.aborted) tell({ kind: 'opening' });
  }
}

/** What came of it; `closed` never comes where nothing is open. */
export type Opened = { readonly state: PaneState; readonly closed: Promise<void> };

/** Puts the core together once, as far as Outlook, mailbox and storage allow it. Nothing looks yet. */
export async function openOnce(openSettings: () => void): Promise<Opened> {
  const kept = browserKeyValues();
  const rep = createRepSettings(kept);
  const policy = createPanePolicy(createPolicyFile(send, kept), rep);
  const [ready, opened] = await Promise.all([
    whenOfficeReady(),
    openDatabase(),
    kept.read('policy') === null ? within(firstPolicyMs, policy.refresh(), null) : null,
  ]);
  if (ready.kind !== 'ready') return trouble({ kind: ready.kind });
  const open = openMailbox();
  if (open === null) return trouble({ kind: 'no-exchange', account: 'unknown' });
  const connection = await connectionOf(open, () => policy.company());
  if (connection === null) {
    const account = open.keeper.kind === 'other' ? open.keeper.account : 'unknown';
    return trouble({ kind: 'no-exchange', account });
  }
  if (opened.kind === 'newer') return trouble({ kind: 'newer-data' });
  if (opened.kind === 'unavailable') return trouble({ kind: 'no-storage' });
  const { database } = opened;
  if (opened.created) noteNewStorage(kept);
  await heedMovedMailbox({
    open,
    kept,
    states: createWatchStatesStore(database),
    ledgers: createSendLedgersStore(database),
    cursorAt: connection.mailbox.cursorAt,
  });
  const core = createPaneCore({
    open,
    connection,
    database,
    policy,
    rep,
    kept,
    times: createLookClock(document),
    others: wordToOthers(`postrider ${open.address}`),
    openSettings,
    // Only a mailbox that was watched before has a digest.
    readBackFrom: readDigest(roamingSetting(digestKey)) === null ? null : clock() - readBackMs,
  });
  return { state: { kind: 'open', core }, closed: opened.closed };
}

/** Each way's code is loaded only where it is needed: the one for Exchange Server brings a reader of XML with it. */
async function connectionOf(
  open: OpenMailbox,
  company: PaneCore['policy']['company'],
): Promise<Connection | null> {
  switch (open.keeper.kind) {
    case 'exchange-online':
      return (await import('./connection-online.ts')).connectionOnline(open.address, company);
    case 'exchange-server':
      return (await import('./connection-to-server.ts')).connectionToServer(open.address);
    case 'other':
      return null;
  }
}

function trouble(what: PaneTrouble): Opened {
  return { state: { kind: 'trouble', trouble: what }, closed: new Promise(() => {}) };
}
