import { expect, it, vi } from 'vitest';

import type { PanelStatus } from '../../application/panel.ts';
import { mailboxAddress } from '../../domain/ids.ts';
import { connectedStatus, memoryBackend } from '../gallery/memory-backend.ts';
import { manyEvents } from '../gallery/panel-scenes.ts';
import { minute, sampleEvent } from '../gallery/sample-events.ts';
import { panelStore } from './panel-store.ts';

const now = new Date(2026, 10, 23, 14, 30).getTime();
const reply = (occurredAt: number) => sampleEvent({ kind: 'replied' }, { occurredAt });

function started(...given: Parameters<typeof memoryBackend>) {
  const backend = memoryBackend(...given);
  const store = panelStore(backend, () => now);
  store.start();
  const events = () => {
    const { feed } = store.state.getState();
    return feed.kind === 'ready' ? feed.events : [];
  };
  const ready = () =>
    vi.waitFor(() =>
      expect(store.state.getState().feed).toMatchObject({ kind: 'ready', stale: false }),
    );
  return { backend, store, events, ready };
}

it('loads page by page to the end, each entry once', async () => {
  const { store, events, ready } = started(connectedStatus(now), manyEvents(250, now));
  await ready();
  expect(events()).toHaveLength(100);
  await store.loadOlder();
  await store.loadOlder();
  await store.loadOlder();
  expect(events()).toHaveLength(250);
  expect(store.state.getState().feed).toMatchObject({ complete: true });
  expect(new Set(events().map((event) => event.id)).size).toBe(250);
});

it('puts new entries on top, keeps what was loaded, and tells them as news', async () => {
  const { backend, store, events, ready } = started(connectedStatus(now), manyEvents(250, now));
  await ready();
  await store.loadOlder();
  const fresh = reply(now + minute);
  backend.arrive([fresh]);
  await vi.waitFor(() => expect(store.state.getState().news).toEqual([fresh]));
  expect(events()).toHaveLength(201);
  expect(events()[0]).toBe(fresh);
});

it('puts what came late about a mail of long ago in its place, and tells it as news', async () => {
  const all = manyEvents(250, now);
  const { backend, store, events, ready } = started(connectedStatus(now), all);
  await ready();
  await store.loadOlder();
  const late = reply((all[150]?.occurredAt ?? 0) + 1);
  backend.arrive([reply(now + minute), late]);
  await vi.waitFor(() => expect(store.state.getState().news).toContain(late));
  expect(events()).toHaveLength(202);
  expect(events().toSorted((one, other) => other.occurredAt - one.occurredAt)).toEqual(events());
});

it('asks for status and feed at once when it opens', async () => {
  const answers: ((status: PanelStatus) => void)[] = [];
  const asked: string[] = [];
  const backend = memoryBackend(connectedStatus(now), [], {
    status: () => {
      asked.push('status');
      return new Promise((resolve) => {
        answers.push(resolve);
      });
    },
    feed: async () => {
      asked.push('feed');
      return [];
    },
  });
  const store = panelStore(backend, () => now);
  store.start();
  await vi.waitFor(() => expect(asked.toSorted()).toEqual(['feed', 'status']));
  answers[0]?.(connectedStatus(now));
  await vi.waitFor(() => expect(store.state.getState().suppressions).not.toBeNull());
  expect(asked).toHaveLength(2);
});

it('tells no news about what was there at the beginning', async () => {
  const { store, ready } = started(connectedStatus(now), manyEvents(5, now));
  await ready();
  expect(store.state.getState().news).toEqual([]);
});

it('begins anew where more came in than can be joined', async () => {
  const { backend, store, events, ready } = started(connectedStatus(now), [reply(now)]);
  await ready();
  backend.arrive(Array.from({ length: 700 }, (_, at) => reply(now + at + 1)));
  await vi.waitFor(() => expect(events()).toHaveLength(500));
  await store.loadOlder();
  await store.loadOlder();
  await store.loadOlder();
  expect(events()).toHaveLength(701);
});

it('shows an empty feed after it was cleared', async () => {
  let cleared = false;
  const all = manyEvents(120, now);
  const backend = memoryBackend(connectedStatus(now), [], {
    feed: async ({ limit }) => (cleared ? [] : all.slice(0, limit)),
  });
  const store = panelStore(backend, () => now);
  store.start();
  await vi.waitFor(() => expect(store.state.getState().feed).toMatchObject({ complete: false }));
  cleared = true;
  backend.arrive([]);
  await vi.waitFor(() => expect(store.state.getState().feed).toMatchObject({ events: [] }));
});

it('drops the answer to a filter that is no longer chosen', async () => {
  const bounce = reply(now);
  let answers: ((events: readonly []) => void)[] = [];
  const slow = new Promise<readonly []>((resolve) => {
    answers = [resolve];
  });
  const backend = memoryBackend(connectedStatus(now), [], {
    feed: async ({ text }) => (text === 'slow' ? slow : [bounce]),
  });
  const store = panelStore(backend, () => now);
  store.start();
  await vi.waitFor(() => expect(store.state.getState().feed.kind).toBe('ready'));
  store.setFilter({ text: 'slow' });
  store.setFilter({ text: 'quick' });
  await vi.waitFor(() => expect(store.state.getState().feed).toMatchObject({ stale: false }));
  answers.forEach((answer) => answer([]));
  await slow;
  expect(store.state.getState().feed).toMatchObject({ events: [bounce] });
});

it('forgets one mailbox before it shows another', async () => {
  const { backend, events, ready, store } = started(connectedStatus(now), manyEvents(3, now));
  await ready();
  backend.change({ connection: { kind: 'not-connected' } });
  await vi.waitFor(() =>
    expect(store.state.getState().status?.connection.kind).toBe('not-connected'),
  );
  expect(events()).toEqual([]);
  backend.change({ connection: { kind: 'connected', account: mailboxAddress('bo@acme.com') } });
  await ready();
  expect(store.state.getState().news).toEqual([]);
});

it('says that nobody answers, and goes on once somebody does', async () => {
  let dead = true;
  const backend = memoryBackend(connectedStatus(now), [], {
    status: async () => {
      if (dead) throw new Error('no answer');
      return connectedStatus(now);
    },
  });
  const store = panelStore(backend, () => now);
  store.start();
  await vi.waitFor(() => expect(store.state.getState().unreachable).toBe(true));
  dead = false;
  await store.retry();
  expect(store.state.getState()).toMatchObject({ unreachable: false, feed: { kind: 'ready' } });
});

it('keeps how a wish to connect ended until it is put away', async () => {
  const backend = memoryBackend(
    { ...connectedStatus(now), connection: { kind: 'not-connected' } },
    [],
    { connect: async () => ({ kind: 'cancelled' }) },
  );
  const store = panelStore(backend, () => now);
  store.start();
  await store.connect();
  expect(store.state.getState()).toMatchObject({
    connecting: false,
    outcome: { kind: 'cancelled' },
  });
  store.dismissOutcome();
  expect(store.state.getState().outcome).toBeNull();
});
