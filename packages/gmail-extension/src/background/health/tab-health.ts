import {
  type PanelHealth,
  type RestingReason,
  restingReasons,
} from '@postrider/shared/application/panel/health';
import * as v from 'valibot';

const key = 'tabHealth';

const entry = v.object({
  /** Null: it follows mail, but has something to report all the same. */
  reason: v.nullable(v.picklist(restingReasons)),
  /** When the tab began to rest for this reason, or to report; epoch ms. */
  since: v.number(),
  report: v.string(),
});
const entries = v.record(v.string(), entry);
type Entries = Readonly<Record<string, v.InferOutput<typeof entry>>>;

/** Notes what a tab says of itself; an empty report of one that does not rest says that all is well. It is kept until the tab says otherwise or is closed, and no longer than the browser runs. */
export async function noteTabHealth(
  tabId: number,
  said: { readonly reason: RestingReason | null; readonly report: string },
  now: number,
): Promise<void> {
  const note = async () => {
    const { [String(tabId)]: before, ...others } = await read();
    const { reason, report } = said;
    const since = before?.reason === reason ? before.since : now;
    const isWell = reason === null && report === '';
    await write(isWell ? others : { ...others, [tabId]: { reason, since, report } });
  };
  // One after the other: two tabs that read the same would each write the other's word away.
  noting = noting.then(note, note);
  await noting;
}

let noting: Promise<void> = Promise.resolve();

/** The health of all open tabs together: resting where one of them rests, told by the one that began last. */
export async function readTabHealth(): Promise<{
  readonly health: PanelHealth;
  readonly reports: readonly string[];
}> {
  const open = new Set((await gmailTabs()).map((id) => String(id)));
  const all = Object.entries(await read())
    .filter(([tabId]) => open.has(tabId))
    .map(([, one]) => one)
    .toSorted((one, other) => other.since - one.since);
  // That somebody else's mailbox is left alone is no trouble while one's own is followed beside it.
  const told = all.filter(({ reason }) => reason !== 'delegated' || all.length === open.size);
  const newest = told.find(({ reason }) => reason !== null);
  return {
    health:
      newest === undefined || newest.reason === null
        ? { kind: 'ok' }
        : { kind: 'resting', since: newest.since, reason: newest.reason },
    reports: told.map(({ report }) => report),
  };
}

async function gmailTabs(): Promise<readonly number[]> {
  const tabs = await chrome.tabs.query({ url: 'https://mail.google.com/*' });
  return tabs.map(({ id }) => id).filter((id) => id !== undefined);
}

async function read(): Promise<Entries> {
  const stored = await chrome.storage.session.get(key);
  const parsed = v.safeParse(entries, stored[key]);
  return parsed.success ? parsed.output : {};
}

async function write(all: Entries): Promise<void> {
  await chrome.storage.session.set({ [key]: all });
}
