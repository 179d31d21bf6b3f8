import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { bounceRules } from '../../packages/shared/src/domain/bounce/rules/all.ts';
import { bounceWords } from '../../packages/shared/src/ui/messages/english/bounces.ts';
import { bouncesPage } from '../../scripts/lib/bounces-page.mjs';

it('keeps docs/bounces.md as the rules would write it (npm run docs:bounces)', () => {
  const page = readFileSync(new URL('../../docs/bounces.md', import.meta.url), 'utf8');
  expect(page).toBe(bouncesPage(bounceRules, bounceWords));
});
