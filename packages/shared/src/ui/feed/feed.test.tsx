import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';

import type { MailEvent } from '../../domain/analytics/event.ts';
import { Framed } from '../gallery/framed.tsx';
import { hostileEvents } from '../gallery/hostile-events.ts';
import { connectedStatus, memoryBackend } from '../gallery/memory-backend.ts';
import { leavingMail, manyEvents } from '../gallery/panel-scenes.ts';
import { minute, morning, notice, person, sampleEvent } from '../gallery/sample-events.ts';
import { Panel } from '../panel/panel.tsx';

const now = new Date(2026, 10, 23, 14, 30).getTime();

async function show(events: readonly MailEvent[], clock = () => now) {
  const backend = memoryBackend(connectedStatus(now), events);
  await render(
    <Framed locale="en-US" clock={clock}>
      <Panel backend={backend} />
    </Framed>,
  );
  await expect.element(page.getByRole('feed')).toBeVisible();
  return backend;
}

const entry = (name: string | RegExp) => page.getByRole('button', { name });
const reply = (name: string, occurredAt: number) =>
  sampleEvent({ kind: 'replied' }, { occurredAt, person: person('new@example.com', name) });
const scroller = () => {
  const element = document.querySelector('.feed');
  if (element === null) throw new Error('There is no feed');
  return element;
};

beforeEach(() => page.viewport(360, 720));
afterEach(() => {
  vi.useRealTimers();
});

describe('what it shows', () => {
  it('draws a morning as a rep reads it', async () => {
    await show(morning(now));
    const text = page.getByRole('feed');
    for (const words of [
      /Today\s*Dana Reyes replied\s*2 min/,
      /j\.doe@initech\.com bounced\s*8 min\s*Introduction\s*No such mailbox \(550 5\.1\.1\)/,
      /Automatic reply from Sam Ode/,
      /Sent to Kim Lee \+ 2 more/,
      /Delayed: Lou Park.*Still trying until/s,
      /Not sent: Google's limit.*To Ria Noor · Pricing/s,
      /Yesterday\s*Bo Stark replied/,
      /Re: Invoice 2044\s*not followed/,
    ]) {
      await expect.element(text).toHaveTextContent(words);
    }
  });

  it('says what has cleared a bounce since', async () => {
    const sam = person('sam@hooli.example', 'Sam Ode');
    const full = notice({ category: 'mailbox-full', hard: false });
    const bounced = { occurredAt: now - 60 * minute, person: sam };
    const answered = { occurredAt: now - 30 * minute, person: sam };
    await show([
      sampleEvent({ kind: 'bounced', bounce: full }, bounced),
      sampleEvent({ kind: 'replied' }, answered),
    ]);
    await userEvent.click(entry(/Sam Ode bounced/));
    await expect
      .element(page.getByRole('region'))
      .toHaveTextContent(/Since then\s*Somebody answered from this address/);
  });

  it('shows what is leaving until it has left', async () => {
    const backend = await show(morning(now));
    backend.change({ leaving: [leavingMail(now), { ...leavingMail(now), follow: false }] });
    await expect.element(page.getByText('Leaving: Gmail can still undo')).toBeVisible();
    backend.change({ leaving: [] });
    await expect.element(page.getByText('Leaving: Gmail can still undo')).not.toBeInTheDocument();
  });

  it('tells the time anew as it passes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let time = now;
    await show([reply('Dana', now - 2 * minute)], () => time);
    await expect.element(entry('Dana replied 2 min')).toBeVisible();
    time += minute;
    vi.advanceTimersByTime(15_000);
    await expect.element(entry('Dana replied 3 min')).toBeVisible();
  });

  it('shows mail as text, whatever it holds', async () => {
    const title = document.title;
    await show(hostileEvents(now));
    await expect.element(entry(/onerror="document.title=1"/)).toBeVisible();
    await expect.element(entry('gro.elgoog admin replied')).toBeVisible();
    await expect.element(page.getByText('line one Bcc: everyone line two')).toBeVisible();
    await entry(/^Lopado/).click();
    await expect.element(page.getByText(/<iframe src="javascript/)).toBeVisible();
    const feed = page.getByRole('feed').element();
    expect(feed.querySelector('img, script, iframe, b, u')).toBeNull();
    expect(document.title).toBe(title);
    expect(page.getByText('ليلى حسن').element().tagName).toBe('BDI');
  });
});

describe('details', () => {
  it('tells of a bounce who, why, the code, the other words and what to do', async () => {
    const bounced = sampleEvent(
      { kind: 'bounced', bounce: notice() },
      { occurredAt: now - minute, person: person('j.doe@initech.com', 'J. Doe') },
    );
    const backend = await show([bounced]);
    await entry('J. Doe bounced').click();
    const details = page.getByRole('region', { name: 'J. Doe bounced' });
    for (const words of [
      'j.doe@initech.com',
      'No such mailbox',
      '550 5.1.1',
      'User unknown in virtual mailbox table',
      'Check the address',
    ]) {
      await expect.element(details).toHaveTextContent(words);
    }
    await details.getByRole('button', { name: 'Open in Gmail' }).click();
    expect(backend.asked).toEqual([`openMail ${bounced.threadId}`]);
  });

  it('closes by Escape from within, and the focus stays at the entry', async () => {
    await show(morning(now));
    const bounced = entry('j.doe@initech.com bounced');
    bounced.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(bounced).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('{Tab}');
    await expect.element(entry('Open in Gmail')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(bounced).toHaveAttribute('aria-expanded', 'false');
    await expect.element(bounced).toHaveFocus();
  });

  it('opens the mail at once where there is no more to tell', async () => {
    const answer = reply('Dana', now);
    const backend = await show([answer]);
    await entry('Dana replied').click();
    expect(backend.asked).toEqual([`openMail ${answer.threadId}`]);
  });
});

describe('keyboard', () => {
  it('walks the entries by arrows, Home and End, with one stop for Tab', async () => {
    const backend = await show(manyEvents(90, now));
    await expect.element(entry(/^Person 0 replied/)).toBeVisible();
    expect(document.querySelectorAll('button.entry[tabindex="0"]')).toHaveLength(1);
    entry(/^Person 0 replied/)
      .element()
      .focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(entry(/^Sent to Person 2 /)).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(entry(/^Sent to Person 1 /)).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(entry(/^Sent to Person 89 /)).toHaveFocus();
    await expect.element(entry(/^Sent to Person 89 /)).toBeInViewport();
    await userEvent.keyboard('{Home}{Enter}');
    await expect.element(entry(/^Person 0 replied/)).toHaveFocus();
    expect(backend.asked).toHaveLength(1);
  });

  it('keeps the focus while entries come in and while it is scrolled away', async () => {
    const backend = await show(manyEvents(90, now));
    entry(/^Sent to Person 1 /)
      .element()
      .focus();
    backend.arrive([reply('Newcomer', now + 1)]);
    await expect.element(entry('Newcomer replied')).toBeVisible();
    await expect.element(entry(/^Sent to Person 1 /)).toHaveFocus();
    scroller().scrollTop = 3000;
    await expect.element(entry(/^Sent to Person 70 /)).toBeInTheDocument();
    await expect.element(entry(/^Sent to Person 1 /)).toHaveFocus();
  });
});

describe('new entries', () => {
  it('are told to screen readers politely', async () => {
    const backend = await show(morning(now));
    const region = page.getByTestId('announcer');
    await expect.element(region).toHaveAttribute('aria-live', 'polite');
    await expect.element(region).toBeEmptyDOMElement();
    backend.arrive([reply('Newcomer', now)]);
    await expect.element(region).toHaveTextContent('Newcomer');
    backend.arrive([reply('Second', now + 1), reply('Third', now + 2)]);
    await expect.element(region).toHaveTextContent(/^2 new entries\. Newest: .Third. replied$/);
  });

  it('leave the reader where they are, and can be gone up to', async () => {
    const backend = await show(manyEvents(90, now));
    scroller().scrollTop = 1500;
    await expect.element(entry(/^Person 33 replied/)).toBeInViewport();
    const top = () =>
      entry(/^Person 33 replied/)
        .element()
        .getBoundingClientRect().top;
    const before = top();
    backend.arrive([reply('Newcomer', now + 1), reply('Second', now + 2)]);
    await expect.element(entry('2 new entries')).toBeVisible();
    expect(Math.abs(top() - before)).toBeLessThan(2);
    await entry('2 new entries').click();
    await expect.element(entry('Second replied')).toBeInViewport();
    await expect.element(entry('2 new entries')).not.toBeInTheDocument();
  });

  it('push in at the top where the reader is there', async () => {
    const backend = await show(manyEvents(90, now));
    backend.arrive([reply('Newcomer', now + 1)]);
    await expect.element(entry('Newcomer replied')).toBeInViewport();
    expect(scroller().scrollTop).toBe(0);
  });
});

describe('filter', () => {
  it('finds by kind, time and text, and shows all again', async () => {
    await show(morning(now));
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Kind' }), 'Bounces');
    await expect.element(entry('Dana Reyes replied')).not.toBeInTheDocument();
    await expect.element(entry('Mia Wong bounced')).toBeVisible();
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Time' }), 'Today');
    await expect.element(entry('Mia Wong bounced')).not.toBeInTheDocument();
    await page.getByRole('searchbox').fill('nobody here');
    await expect.element(page.getByText('Nothing matches')).toBeVisible();
    await entry('Show all').click();
    await expect.element(entry('Dana Reyes replied')).toBeVisible();
    await expect.element(page.getByRole('searchbox')).toHaveValue('');
  });

  it('searches subjects, and Escape empties the search', async () => {
    await show(morning(now));
    await page.getByRole('searchbox').fill('invoice');
    await expect.element(entry('Dana Reyes replied')).not.toBeInTheDocument();
    await expect.element(entry('Bo Stark replied')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(entry('Dana Reyes replied')).toBeVisible();
  });
});

describe('100,000 entries', () => {
  it('scroll with few of them in the page, read page by page', async () => {
    await show(manyEvents(100_000, now));
    for (let pages = 0; pages < 10; pages += 1) {
      const height = scroller().scrollHeight;
      scroller().scrollTop = height;
      await expect.poll(() => scroller().scrollHeight).toBeGreaterThan(height);
    }
    await expect.poll(() => document.querySelectorAll('article').length).toBeGreaterThan(10);
    expect(document.querySelectorAll('article').length).toBeLessThan(60);
  });
});
