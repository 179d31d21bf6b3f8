import { hardCategories, phrasesAfterStatus, phrasesBeforeStatus } from '../classify.ts';
import { whoMustAct } from '../who-must-act.ts';
import { statusRules } from './enhanced-status.ts';

/** All that decides about a bounce, as data: docs/bounces.md is written from it. */
export const bounceRules = {
  whoMustAct,
  hardCategories,
  statusRules,
  phrases: [...phrasesBeforeStatus, ...phrasesAfterStatus],
};
