import { expect, test } from 'vitest';

import { allAblations, withComposeIds, without } from './ablations.ts';
import { composeTemplate } from './compose-template.ts';
import { pageHtml } from './page-html.ts';
import { usualSettings } from './page-settings.ts';
import { trafficVariants, withTraffic } from './traffic/with-traffic.ts';

const ana = { address: 'ana@acme.example', name: 'Ana </script><b>' };

const page = pageHtml({
  nonce: 'n',
  facts: {
    path: 'u/0',
    me: ana,
    popout: null,
    undoMs: 10_000,
    accounts: [{ ...ana, path: 'u/0' }],
    aliases: [],
    settings: usualSettings,
    without: [],
    traffic: null,
  },
});

test('the captured window names no host and nobody else’s draft', () => {
  const template = composeTemplate();
  expect(template).not.toMatch(/gstatic|google\.com|r-7673660351152959857/);
  for (const kind of ['to', 'cc', 'bcc']) expect(template).toContain(`class="anm" name="${kind}"`);
});

test('a name cannot break out of the page’s script', () => {
  expect(page).not.toContain('Ana </script>');
});

test('the page can name its compose forms as public notes of 2026 tell', () => {
  expect(withComposeIds(page)).toContain('role="region" data-compose-id=""');
});

test.each(trafficVariants())('the page can be told to speak %s', (variant) => {
  expect(withTraffic(variant)(page)).not.toBe(page);
});

test.each(allAblations())('there is a %s to take away', (part) => {
  expect(without(part)(page)).not.toBe(page);
});
