/** Writes docs/bounces.md from the rules of the bounce detection: `npm run docs:bounces`. */
import { writeFileSync } from 'node:fs';

import { bouncesPage } from './lib/bounces-page.mjs';
import { say } from './lib/say.mjs';
import { importTypeScript } from './run-ts.mjs';

const bounce = new URL('../packages/shared/src/domain/bounce/', import.meta.url);
/** @type {typeof import('../packages/shared/src/domain/bounce/rules/all.ts')} */
const { bounceRules } = await importTypeScript(new URL('rules/all.ts', bounce));
/** @type {typeof import('../packages/shared/src/ui/messages/english/bounces.ts')} */
const { bounceWords } = await importTypeScript(
  new URL('../packages/shared/src/ui/messages/english/bounces.ts', import.meta.url),
);
const page = new URL('../docs/bounces.md', import.meta.url);
writeFileSync(page, bouncesPage(bounceRules, bounceWords));
say('Written: docs/bounces.md');
