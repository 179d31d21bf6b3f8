import { server } from '../ask-server.ts';
import { element } from '../dom.ts';
import { facts } from '../facts.ts';
import type { OpenItem } from '../open-item.ts';
import type { BoundFrame } from './addin-host.ts';
import { openAddinFrame } from './addin-host.ts';
import type { Completion } from './commands.ts';
import { runCommand } from './commands.ts';

/** A function of the add-in that runs, and the way to stop it. */
export type Running = {
  readonly done: Promise<Completion>;
  /** Closes its page at once; `done` is never answered then. */
  readonly stop: () => void;
};

/** Starts what the manifest names for an event, in a hidden page that lives as long as it runs; null where it names nothing, or may not start. */
export function launch(type: string, item: OpenItem, extra: object = {}): Running | null {
  const { addin, client, settings } = facts;
  const event = addin?.launchEvents.find((one) => one.type === type);
  const url = addin?.launchUrl ?? null;
  if (event === undefined || url === null) return null;
  // Only what an admin deployed starts by itself.
  if (!client.launchEvents || settings.deployment !== 'admin') return null;
  return start(type, event.functionName, url, item, { type, ...extra });
}

/** Starts a function for a button of the ribbon; null where the add-in has no page for functions. */
export function runButton(id: string, functionName: string, item: OpenItem): Running | null {
  const url = facts.addin?.functionFile ?? null;
  return url === null ? null : start('button', functionName, url, item, { source: { id } });
}

function start(
  type: string,
  functionName: string,
  url: string,
  item: OpenItem,
  event: object,
): Running {
  const startedAt = performance.now();
  const frame = openAddinFrame('runtime', url, item, hiddenPlace());
  let stopped = false;

  function note(completion: Completion | { readonly kind: 'stopped' }): void {
    void server.event({
      kind: 'launch',
      type,
      functionName,
      outcome: completion.kind,
      tookMs: Math.round(performance.now() - startedAt),
      completed: completion.kind === 'completed' ? completion.options : null,
    });
  }

  async function run(): Promise<Completion> {
    const completion = await runCommand(frame, functionName, event);
    if (stopped) return new Promise(() => {});
    note(completion);
    close(frame);
    return completion;
  }

  return {
    done: run(),
    stop: () => {
      if (stopped) return;
      stopped = true;
      note({ kind: 'stopped' });
      close(frame);
    },
  };
}

// A moment later: the library is still in its call of `completed`.
function close(frame: BoundFrame): void {
  setTimeout(frame.close, 0);
}

function hiddenPlace(): HTMLElement {
  const known = document.getElementById('runtimes');
  if (known !== null) return known;
  const made = element('div', { id: 'runtimes', 'aria-hidden': 'true' });
  document.body.append(made);
  return made;
}
