import { existsSync, readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { listScenes } from '../../packages/shared/src/ui/gallery/list-scenes.ts';
import { panelScenes } from '../../packages/shared/src/ui/gallery/panel-scenes.ts';
import { queueScenes } from '../../packages/shared/src/ui/gallery/queue-scenes.ts';
import { settingsScenes } from '../../packages/shared/src/ui/gallery/settings-scenes.ts';
import { outlookScenes } from '../../scripts/lib/screenshots/outlook-scenes.ts';
import { groups, statesPage } from '../../scripts/lib/screenshots/states.mjs';
import { stripScenes } from '../../scripts/lib/screenshots/strip-scenes.ts';

const docs = new URL('../../docs/', import.meta.url);
const states = groups.flatMap((group) => group.states);

it('keeps docs/states.md as the list would write it (npm run screenshots)', () => {
  expect(readFileSync(new URL('states.md', docs), 'utf8')).toBe(statesPage());
});

it('names scenes that the gallery has, and has a picture of each', () => {
  const scenes = {
    ...panelScenes,
    ...listScenes,
    ...queueScenes,
    ...settingsScenes,
    ...stripScenes,
    ...outlookScenes,
  };
  expect(states.filter(({ name, scene = name }) => !(scene in scenes))).toEqual([]);
  expect(states.filter(({ name }) => !existsSync(new URL(`images/ui-${name}.png`, docs)))).toEqual(
    [],
  );
});
