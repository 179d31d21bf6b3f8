/** Writes docs/admin anew from what `npm run pack` writes for a company; a test compares the two. */
import { fileURLToPath } from 'node:url';

import { policyTemplates } from './lib/pack/templates.mjs';
import { writeAll } from './lib/pack/write-all.mjs';
import { top } from './lib/run.mjs';
import { say } from './lib/say.mjs';

const folder = fileURLToPath(new URL('docs/admin/', top));
writeAll(folder, policyTemplates(), 0o644);
say(`Wrote ${Object.keys(policyTemplates()).length} files below ${folder}`);
