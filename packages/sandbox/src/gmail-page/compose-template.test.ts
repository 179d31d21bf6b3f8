import { expect, test } from 'vitest';

import { allAblations, without } from './ablations.ts';
import { composeTemplate } from './compose-template.ts';
import { pageHtml } from './page-html.ts';

const page = pageHtml({
  address: 'ana@acme.example',
  name: 'Ana </script><b>',
  number: 0,
  nonce: 'n',
  undoMs: 10_000,
  accounts: [{ address: 'ana@acme.example', name: 'Ana </script><b>' }],
});

test('the captured window names no host and nobody else’s draft', () => {
  const template = composeTemplate();
  expect(template).not.toMatch(/gstatic|google\.com|r-7673660351152959857/);
  for (const kind of ['to', 'cc', 'bcc']) expect(template).toContain(`class="anm" name="${kind}"`);
});

test('a name cannot break out of the page’s script', () => {
  expect(page).not.toContain('Ana </script>');
});

test.each(allAblations())('there is a %s to take away', (part) => {
  expect(without(part)(page)).not.toBe(page);
});
