import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { icon, openPaneCommand } from '../../packages/outlook-addin/src/compose/infobar.ts';

const manifest = readFileSync(new URL('../../manifest.xml', import.meta.url), 'utf8');

it('the add-in’s words lead to a button and an icon that the manifest has', () => {
  expect(manifest).toContain(`<Control xsi:type="Button" id="${openPaneCommand}">`);
  expect(manifest).toContain(`<bt:Image id="${icon}"`);
});
