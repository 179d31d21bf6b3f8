import { beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';

import {
  axeFindings,
  button,
  settled,
  widerThanThePage,
} from '../../../../../test/support/look-at-page.ts';
import { Framed } from '../gallery/framed.tsx';
import { listScenes } from '../gallery/list-scenes.ts';
import type { MemoryBackend } from '../gallery/memory-backend.ts';
import { Panel } from '../panel/panel.tsx';

const now = new Date(2026, 10, 23, 14, 30).getTime();

async function show(scene: (now: number) => MemoryBackend) {
  const backend = scene(now);
  await render(
    <Framed locale="en-US" clock={() => now}>
      <Panel backend={backend} />
    </Framed>,
  );
  await expect.element(button(/^Account ana/)).toBeVisible();
  return backend;
}

async function openSuppressed() {
  await button(/^Account ana/).click();
  await button('Suppressed addresses').click();
  await expect.element(page.getByRole('heading', { name: 'Suppressed addresses' })).toHaveFocus();
}

beforeEach(() => page.viewport(360, 720));

describe('a page', () => {
  it('takes the focus and gives it back, by Escape and by Back', async () => {
    await show(listScenes['budget-near']);
    const line = button(/^Close to the limit: 270 of 2,000/);
    await line.click();
    await expect.element(page.getByRole('heading', { name: 'Sending budget' })).toHaveFocus();
    await expect.element(page.getByRole('feed')).not.toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await expect.element(line).toHaveFocus();
    await line.click();
    await button('Back').click();
    await expect.element(line).toHaveFocus();
    await expect.element(page.getByRole('feed')).toBeVisible();
  });

  it('opened from the menu gives the focus back to the menu', async () => {
    await show(listScenes.suppressed);
    await openSuppressed();
    await userEvent.keyboard('{Escape}');
    await expect.element(button(/^Account ana/)).toHaveFocus();
  });

  it('leaves the reader’s place in the feed as it was', async () => {
    await show(listScenes.consequences);
    const feed = document.querySelector('.feed');
    if (feed === null) throw new Error('There is no feed');
    await expect.poll(() => feed.scrollHeight).toBeGreaterThan(feed.clientHeight);
    feed.scrollTop = 80;
    await button(/left in 24 h/).click();
    await button('Back').click();
    expect(feed.scrollTop).toBe(80);
  });

  it.each([320, 400])('at %i px: axe finds nothing, nothing reaches out', async (width) => {
    await page.viewport(width, 720);
    await show(listScenes.unmatched);
    for (const open of [/left in 24 h/, /could not be matched/]) {
      await button(open).click();
      await settled();
      expect(await axeFindings()).toEqual([]);
      expect(widerThanThePage()).toEqual([]);
      await button('Back').click();
    }
    await openSuppressed();
    await button('Add an address').click();
    expect(await axeFindings()).toEqual([]);
    expect(widerThanThePage()).toEqual([]);
  });
});

describe('budget', () => {
  const lines = [
    ['consequences', '1,412 of 2,000 left in 24 h'],
    ['budget-over', 'Nothing left in 24 h; some frees up at'],
    ['budget-counting', 'Counting… at most 1,580 of 2,000'],
    ['budget-unknown', 'Counting what was sent in the last 24 h…'],
  ] as const;
  it.each(lines)('%s: says so in words', async (name, words) => {
    await show(listScenes[name]);
    await expect.element(page.getByText(words)).toBeVisible();
  });

  it('tells what counts, whose limit it is, and what frees up next', async () => {
    await show(listScenes['budget-near']);
    await button(/^Close to/).click();
    for (const words of [
      '1,730 of 2,000 messages',
      /2 messages at .*11:05/,
      /a phone, another computer/,
      /answer\/166852.*as of Sep 18, 2026/,
    ]) {
      await expect.element(page.getByText(words)).toBeVisible();
    }
  });

  it('says that the provider has stopped sending, and until when', async () => {
    await show(listScenes['sending-gate']);
    await expect
      .element(page.getByText('Google has stopped sending from this mailbox'))
      .toBeVisible();
    await expect.element(page.getByText(/until 4:00/)).toBeVisible();
  });
});

describe('suppressed addresses', () => {
  it('stand at the bounce that led to them, and can be undone there', async () => {
    const backend = await show(listScenes.consequences);
    await expect.element(page.getByText('On hold, unverified.')).toBeVisible();
    const undo = button('Undo: j.doe@initech.com may be written to again');
    await undo.click();
    await expect.element(undo).not.toBeInTheDocument();
    expect(backend.asked).toEqual(['unsuppress j.doe@initech.com']);
  });

  it('are searched, taken off and put back', async () => {
    const backend = await show(listScenes.suppressed);
    await openSuppressed();
    await expect.element(page.getByText('412 addresses')).toBeVisible();
    await expect
      .element(page.getByText('No mail leaves to rival.example or gov.example.'))
      .toBeVisible();
    await page.getByRole('searchbox', { name: 'Search addresses' }).fill('person11@');
    await expect.element(page.getByText('1 address')).toBeVisible();
    const undo = button('Undo: person11@example.com may be written to again');
    await undo.click();
    await userEvent.keyboard('{Escape}');
    await expect.element(undo).toHaveFocus();
    await undo.click();
    await userEvent.keyboard('They rang me{Enter}');
    await expect.element(page.getByText('No address matches')).toBeVisible();
    await button('Put back').click();
    await expect.element(page.getByText('person11@example.com')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(backend.asked).toEqual([
      'unsuppress person11@example.com: They rang me',
      'put back person11@example.com',
    ]);
  });

  it('are added by hand, if it can be an address', async () => {
    const backend = await show(listScenes['suppressed-none']);
    await openSuppressed();
    await expect.element(page.getByText('No address is suppressed')).toBeVisible();
    await button('Add an address').click();
    const address = page.getByRole('textbox', { name: 'Address' });
    await expect.element(address).toHaveFocus();
    await address.fill('nobody');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('This is not an email address.')).toBeVisible();
    await address.fill(' Lou@Hooli.example');
    await page.getByRole('textbox', { name: 'Why' }).fill('Asked me');
    await button('Suppress').click();
    await expect.element(page.getByText('lou@hooli.example')).toBeVisible();
    expect(backend.asked).toEqual(['suppress lou@hooli.example: Asked me']);
  });

  it('empties the search by the first Escape and leaves by the second', async () => {
    await show(listScenes.suppressed);
    await openSuppressed();
    const search = page.getByRole('searchbox', { name: 'Search addresses' });
    await search.fill('x');
    await userEvent.keyboard('{Escape}');
    await expect.element(search).toHaveValue('');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('feed')).toBeVisible();
  });

  it('are saved as a file', async () => {
    const made = vi.spyOn(URL, 'createObjectURL');
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    await show(listScenes.suppressed);
    await openSuppressed();
    await button('Export CSV').click();
    const [blob] = made.mock.calls[0] ?? [];
    if (!(blob instanceof Blob)) throw new Error('No file was made');
    const rows = (await blob.text()).split('\r\n');
    expect(rows).toHaveLength(414);
    expect(rows[1]).toBe(
      'person0@example.com,Suppressed,2026-11-23T14:30:00.000Z,Postrider,Bounced,'.replace(
        '2026-11-23T14:30:00.000Z',
        new Date(now).toISOString(),
      ),
    );
    made.mockRestore();
    clicked.mockRestore();
  });
});

describe('bounces that could not be matched', () => {
  it('are matched by one press, and that can be undone', async () => {
    const backend = await show(listScenes.unmatched);
    await button('2 bounces could not be matched to a mail').click();
    await button(/^Kim Lee: Pricing .* likely$/).click();
    await expect.element(page.getByText('Matched by you').first()).toBeVisible();
    await button('Undo').first().click();
    await expect.element(button(/^Kim Lee: Pricing/)).toBeVisible();
    expect(backend.asked).toEqual(['match notice-1', 'unmatch notice-1']);
  });

  it('are taken off only when nobody undid it', async () => {
    const backend = await show(listScenes.unmatched);
    await button(/could not be matched/).click();
    await button('None of these').click();
    await button('Undo').first().click();
    await expect.element(button('None of these')).toBeVisible();
    await button('Take off the list').click();
    expect(backend.asked).toEqual([]);
    await button('Back').click();
    await expect.poll(() => backend.asked).toEqual(['dismiss notice-2']);
  });

  it('say so where notice or mail are gone', async () => {
    await show(listScenes['match-gone']);
    await button(/could not be matched/).click();
    await button(/^Kim Lee: Pricing/).click();
    await expect.element(page.getByText(/not in Gmail any more/)).toBeVisible();
  });
});

describe('resting', () => {
  it('is said in words, and the report for an admin can be seen and copied', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await show(listScenes.resting);
    await expect
      .element(page.getByText('Postrider is resting: this compose window was not recognised.'))
      .toBeVisible();
    await expect
      .element(page.getByText('Mail leaves as usual, untracked. Since 2:02'))
      .toBeVisible();
    await button('Copy report for your admin').click();
    await expect.element(button('Copied')).toBeVisible();
    expect(write).toHaveBeenCalledWith(expect.stringContaining('compose window not recognised'));
    await button('See report').click();
    await expect
      .element(page.getByRole('textbox', { name: 'Report for your admin' }))
      .toHaveValue(write.mock.calls[0]?.[0]);
    expect(await axeFindings()).toEqual([]);
    write.mockRestore();
  });
});
