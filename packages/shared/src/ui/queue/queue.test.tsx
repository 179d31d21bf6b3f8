import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';

import { axeFindings, button, settled } from '../../../../../test/support/look-at-page.ts';
import { Framed } from '../gallery/framed.tsx';
import { panelScenes } from '../gallery/panel-scenes.ts';
import { queueScenes } from '../gallery/queue-scenes.ts';
import { Panel } from '../panel/panel.tsx';

const now = new Date(2026, 10, 23, 14, 30).getTime();
const tab = (name: string | RegExp) => page.getByRole('tab', { name });

async function show(name: keyof typeof queueScenes) {
  const queue = queueScenes[name](now);
  await render(
    <Framed locale="en-US" clock={() => now}>
      <Panel backend={panelScenes.feed(now)} queue={queue} />
    </Framed>,
  );
  await tab(/^Queue/).click();
  return queue;
}

const said = () => document.querySelector('[data-testid="queue-announcer"]')?.textContent;

beforeEach(() => page.viewport(360, 720));

describe('tabs', () => {
  it('are not there without a queue', async () => {
    await render(
      <Framed locale="en-US" clock={() => now}>
        <Panel backend={panelScenes.feed(now)} />
      </Framed>,
    );
    await expect.element(page.getByRole('feed')).toBeVisible();
    expect(document.querySelector('[role=tab]')).toBeNull();
  });

  it('are walked by arrow keys, and the feed keeps its place', async () => {
    await show('queue');
    await expect.element(tab('Queue 48')).toHaveAttribute('aria-selected', 'true');
    await expect.element(page.getByRole('feed')).not.toBeInTheDocument();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(tab('Feed')).toHaveFocus();
    await expect.element(page.getByRole('feed')).toBeVisible();
    await userEvent.keyboard('{End}');
    await expect.element(tab('Queue 48')).toHaveFocus();
    await userEvent.keyboard('{Home}');
    await expect.element(tab('Feed')).toHaveAttribute('aria-selected', 'true');
  });
});

describe('the queue', () => {
  it('says how many wait, until when, and what holds each', async () => {
    await show('queue');
    await expect.element(page.getByText(/^48 waiting · done about Tue, Nov 24/)).toBeVisible();
    await button(/^Kim Lee/).click();
    await expect.element(page.getByText('10 a minute is the default for group mail')).toBeVisible();
    await expect.element(page.getByText('kim.lee@globex.com')).toBeVisible();
  });

  it('is paused and resumed, and says so aloud', async () => {
    const queue = await show('queue');
    await button('Pause').click();
    await expect.poll(said).toBe('Paused. Nothing leaves.');
    await button('Resume').click();
    await expect.poll(said).toBe('Resumed.');
    expect(queue.asked).toEqual(['pause all', 'resume all']);
  });

  it('lets an admin’s pause be', async () => {
    await show('queue-paused-by-admin');
    await expect.element(page.getByText(/Paused by your admin/)).toBeVisible();
    expect(document.body.textContent).not.toContain('Resume');
  });

  it('asks before one mail is taken out; Escape means no', async () => {
    const queue = await show('queue');
    await button(/^Lou Park/).click();
    await button('Take out of the queue').click();
    await expect.element(page.getByText(/^Not send to/)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText(/^Not send to/)).not.toBeInTheDocument();
    await button('Send next').click();
    await expect.poll(said).toBe('It goes next.');
    await button('Take out of the queue').click();
    await button('Take out of the queue').click();
    await expect.element(tab('Queue 47')).toBeVisible();
    expect(queue.asked).toEqual(['next lou.park@hooli.example', 'cancel lou.park@hooli.example']);
  });

  it('lets a person decide what nobody else can', async () => {
    const queue = await show('queue-unsure');
    await button('It left: Kim Lee').click();
    await button('Send it again: Lou Park').click();
    await expect.element(page.getByText(/may have left/)).not.toBeInTheDocument();
    expect(queue.asked).toEqual([
      'decide kim.lee@globex.com left',
      'decide lou.park@hooli.example not-left',
    ]);
  });

  const standings = [
    ['queue-elsewhere', 'Another browser or computer sends this queue'],
    ['queue-gate', 'Google has stopped sending until 4:00 PM'],
    ['queue-trouble', 'Sending has met a problem'],
    ['queue-empty', 'Nothing waits to leave'],
    ['queue-failed', 'The queue could not be read'],
    ['queue-loading', 'Reading the queue'],
    ['queue-paused', 'Paused. Nothing leaves until you resume.'],
    ['queue-paused-by-admin', 'Its group mail is paused'],
    ['queue-source-gone', /Paused: its draft is gone/],
    ['queue-paused-for-bounces', /too many of its mails bounced/],
  ] as const;
  it.each(standings)('%s: says so in words', async (name, words) => {
    await show(name);
    await expect.element(page.getByText(words).first()).toBeInTheDocument();
  });

  it('gives a plain sentence for a limit that it does not know', async () => {
    await show('queue-unknown-limit');
    await expect.element(page.getByText('A sending limit holds it back').first()).toBeVisible();
  });
});

describe('a long queue', () => {
  it('keeps few rows in the page and is walked to its end by keys', async () => {
    await show('queue-long');
    await expect.element(tab('Queue 10,000')).toBeVisible();
    await expect.element(button(/^Kim Lee/)).toBeVisible();
    expect(document.querySelectorAll('.queue-row').length).toBeLessThan(60);
    button(/^Kim Lee/)
      .element()
      .focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(button(/^Lou Park/)).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(button(/^Person 199 /)).toHaveFocus();
    await expect.poll(() => document.activeElement?.closest('li')?.ariaSetSize).toBe('-1');
    expect(document.querySelectorAll('.queue-row').length).toBeLessThan(60);
    await userEvent.keyboard('{Home}');
    await expect.element(button(/^Kim Lee/)).toHaveFocus();
  });
});

describe('a group mail', () => {
  it('opens, is cancelled only after a question that says what has left', async () => {
    const queue = await show('queue');
    const row = button(/^Our prices from January/);
    await row.click();
    await expect
      .element(page.getByRole('heading', { name: 'Our prices from January' }))
      .toHaveFocus();
    await button('Cancel').click();
    await expect
      .element(page.getByText('152 have left already and cannot be taken back. 48 will not leave.'))
      .toBeVisible();
    await button('Keep sending').click();
    expect(queue.asked).toEqual([]);
    await button('Cancel').click();
    await button('Cancel the rest').click();
    await expect.poll(said).toMatch(/^Cancelled/);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText(/Cancelled/).last()).toBeVisible();
    expect(queue.asked).toEqual(['cancel group-1']);
  });

  it('lists what was refused with the reason', async () => {
    await show('queue-ended');
    await button(/^Our prices/).click();
    await page.getByRole('combobox', { name: 'Show' }).selectOptions('Not sent');
    await expect
      .element(page.getByText(/Not sent: .*Address suppressed: it bounced/).first())
      .toBeVisible();
  });

  it('leaves by Escape to the row it was opened from', async () => {
    await show('queue');
    const row = button(/^Our prices from January/);
    await row.click();
    await expect
      .element(page.getByRole('heading', { name: 'Our prices from January' }))
      .toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(row).toHaveFocus();
  });
});

it.each(
  Object.keys(queueScenes).filter((name): name is keyof typeof queueScenes => name in queueScenes),
)('%s: axe finds nothing', async (name) => {
  await show(name);
  await settled();
  expect(await axeFindings()).toEqual([]);
});
