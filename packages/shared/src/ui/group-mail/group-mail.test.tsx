import { beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';

import { axeFindings, button, settled } from '../../../../../test/support/look-at-page.ts';
import { Framed } from '../gallery/framed.tsx';
import { panelScenes } from '../gallery/panel-scenes.ts';
import { queueScenes } from '../gallery/queue-scenes.ts';
import { Panel } from '../panel/panel.tsx';

const now = new Date(2026, 10, 23, 14, 30).getTime();
const draft = () => page.getByRole('combobox', { name: 'Draft' });
const people = () => page.getByRole('textbox', { name: 'Addresses, or a table with a head row' });

async function open(name: keyof typeof queueScenes) {
  const queue = queueScenes[name](now);
  await render(
    <Framed locale="en-US" clock={() => now}>
      <Panel backend={panelScenes.feed(now)} queue={queue} />
    </Framed>,
  );
  await page.getByRole('tab', { name: /^Queue/ }).click();
  await button('New group mail').click();
  await expect.element(page.getByRole('heading', { name: 'New group mail' })).toHaveFocus();
  return queue;
}

async function withDraft(name: keyof typeof queueScenes) {
  const queue = await open(name);
  await draft().selectOptions('Our prices from January');
  return queue;
}

beforeEach(() => page.viewport(360, 720));

describe('a new group mail', () => {
  it('goes from a draft and a list to its place in the queue', async () => {
    const queue = await withDraft('queue');
    await expect.element(page.getByText(/^It asks for/)).toBeVisible();
    await people().fill('email,name,company\nkim.lee@globex.com,Kim,Globex');
    await expect.element(page.getByText('1,970 people', { exact: true })).toBeVisible();
    await expect.element(page.getByText(/^912 go today by 4:06.PM, 1,058 tomorrow/)).toBeVisible();
    await button('Send to 1,970 people').click();
    await expect
      .element(page.getByRole('heading', { name: 'Our prices from January' }))
      .toBeVisible();
    expect(queue.asked).toEqual(['start draft-1 1970']);
    expect(document.querySelector('[data-testid="queue-announcer"]')?.textContent).toBe(
      'Started: 1,970 wait to leave.',
    );
  });

  it('takes the people in To where no list is given', async () => {
    await withDraft('queue-empty');
    await expect.element(page.getByText('3 people', { exact: true })).toBeVisible();
    await expect.element(page.getByText(/^All 3 go today by 2:36/)).toBeVisible();
  });

  it('names each row that is left out, and hands all of them out as a file', async () => {
    const made = vi.spyOn(URL, 'createObjectURL');
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    await withDraft('queue');
    await people().fill('a list');
    await page.getByText('30 rows are left out').click();
    await expect.element(page.getByText('Line 7', { exact: true })).toBeVisible();
    await expect.element(page.getByText(/^missing:/).first()).toBeVisible();
    await button('Export CSV').click();
    const [blob] = made.mock.calls[0] ?? [];
    if (!(blob instanceof Blob)) throw new Error('No file was made');
    const rows = (await blob.text()).split('\r\n');
    expect(rows).toHaveLength(32);
    expect(rows[1]).toBe('7,not an address,"person0@globex,com;Person 0;Globex"');
    expect(rows[3]).toBe('129,missing: company,person2@globex.com;Person 2;');
    made.mockRestore();
    clicked.mockRestore();
  });

  it('reads a CSV file, and forgets it again', async () => {
    await withDraft('queue');
    const file = new File(['email\nkim.lee@globex.com'], 'fair.csv', { type: 'text/csv' });
    const picker = document.querySelector<HTMLInputElement>('input[type=file]');
    if (picker === null) throw new Error('There is no picker');
    await userEvent.upload(picker, file);
    await expect.element(page.getByText('fair.csv')).toBeVisible();
    await expect.element(page.getByText('1,970 people', { exact: true })).toBeVisible();
    await button('Clear the list').click();
    await expect.element(page.getByText('3 people', { exact: true })).toBeVisible();
    await userEvent.upload(picker, new File([Uint8Array.of(80, 75, 0, 0)], 'fair.xlsx'));
    await expect.element(page.getByText(/could not be read/)).toBeVisible();
  });

  it('shows each mail as text, whatever stands in it', async () => {
    await withDraft('queue');
    await people().fill('a list');
    await expect.element(page.getByText('1,970 people', { exact: true })).toBeVisible();
    const text = page.getByRole('textbox', { name: 'Text' });
    await expect.element(text).toHaveValue(expect.stringContaining('Dear Kim Lee,\n\nfrom'));
    await expect.element(text).toHaveValue(expect.stringContaining('<b>Ana</b>'));
    expect(document.querySelector('.page b')).toBeNull();
    await button('Next').click();
    await expect.element(text).toHaveValue(expect.stringContaining('Dear Lou Park'));
    await expect.element(page.getByText('2 of 1,970')).toBeVisible();
  });
});

const states = [
  ['group-mail-no-drafts', 'There is no draft to send'],
  ['group-mail-drafts-failed', 'Your drafts could not be read'],
] as const;
it.each(states)('%s: says so with the next step', async (name, words) => {
  await open(name);
  await expect.element(page.getByRole('heading', { name: words })).toBeVisible();
  expect(await axeFindings()).toEqual([]);
});

const ends = [
  ['group-mail-nobody', 'Nobody is in the list yet'],
  ['group-mail-check-failed', /^The list could not be checked/],
  ['group-mail-cut', /more than 10,000 people/],
  ['group-mail-source-gone', 'This mail cannot be shown. The draft may be gone.'],
] as const;
it.each(ends)('%s: says so', async (name, words) => {
  await withDraft(name);
  await people().fill('a list');
  await expect.element(page.getByText(words)).toBeVisible();
  await settled();
  expect(await axeFindings()).toEqual([]);
});

const starts = [
  ['group-mail-source-gone', /^The draft is gone/],
  ['group-mail-unreachable', /^Nobody answered. Look at the queue/],
] as const;
it.each(starts)('%s: a start that does not come about says why', async (name, words) => {
  await withDraft(name);
  await button('Send to 3 people').click();
  await expect.element(page.getByText(words)).toBeVisible();
});
