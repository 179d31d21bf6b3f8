import type { Page } from '@playwright/test';
import type {
  Forecast,
  GroupSource,
  ListCheck,
  QueueEntry,
  QueueView,
  StartOutcome,
} from '@postrider/shared/application/panel/queue';

type Answers = {
  readonly queue: QueueView;
  readonly 'queue-entries': readonly QueueEntry[];
  readonly 'queue-pause': null;
  readonly 'queue-resume': null;
  readonly 'queue-cancel': null;
  readonly 'group-sources': readonly GroupSource[];
  readonly 'group-check': ListCheck;
  readonly 'group-forecast': Forecast;
  readonly 'group-start': StartOutcome;
};

/** Asks the worker about the queue, as the extension's own pages do. */
export async function askQueue<Kind extends keyof Answers>(
  panel: Page,
  kind: Kind,
  request: object = {},
): Promise<Answers[Kind]> {
  const reply:
    | { readonly kind: 'ok'; readonly value: Answers[Kind] }
    | { readonly kind: 'failed' } = await panel.evaluate(
    (message) => chrome.runtime.sendMessage(message),
    {
      postrider: 1,
      kind,
      request,
    },
  );
  if (reply.kind !== 'ok') throw new Error(`The worker did not answer "${kind}".`);
  return reply.value;
}

/** How far each mail of the queue has come, by its address. */
export async function queueStates(panel: Page): Promise<ReadonlyMap<string, string>> {
  const entries = await askQueue(panel, 'queue-entries', { limit: 1000, offset: 0 });
  return new Map(entries.map(({ address, state }) => [address, state.kind]));
}
