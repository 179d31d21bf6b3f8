import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { page } from 'vitest/browser';

import { Framed } from '../gallery/framed.tsx';
import { connectedStatus, memoryBackend } from '../gallery/memory-backend.ts';
import { manyEvents } from '../gallery/panel-scenes.ts';
import { PanelStoreProvider } from '../store/panel-context.tsx';
import { panelStore } from '../store/panel-store.ts';
import { FeedList } from './feed-list.tsx';
import { rowsOf } from './rows.ts';

const now = new Date(2026, 10, 23, 14, 30).getTime();

it('reaches the last of 100,000 loaded entries, each in its place', async () => {
  await page.viewport(360, 720);
  const events = manyEvents(100_000, now);
  const store = panelStore(memoryBackend(connectedStatus(now), []), () => now);
  await render(
    <Framed locale="en-US" clock={() => now}>
      <PanelStoreProvider value={store}>
        <div className="panel">
          <FeedList
            rows={rowsOf(events, [], now)}
            feed={{ kind: 'ready', events, complete: true, older: 'idle', stale: false }}
            now={now}
          />
        </div>
      </PanelStoreProvider>
    </Framed>,
  );
  const first = page.getByRole('button', { name: 'Person 0 replied' });
  await expect.element(first).toBeVisible();
  const scroller = document.querySelector('.feed');
  // Rows are measured as they come in, so the end moves until the last ones are there.
  await expect
    .poll(() => {
      scroller?.scrollTo(0, scroller.scrollHeight);
      return document.querySelector('article[aria-posinset="100000"]')?.textContent ?? '';
    })
    .toContain('Person 99999');
  expect(document.querySelectorAll('article').length).toBeLessThan(60);
  await expect.element(page.getByText('That is all')).toBeInViewport();
});
