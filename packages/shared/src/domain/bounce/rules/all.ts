import { advices } from '../advice.ts';
import { hardCategories, phrasesAfterStatus, phrasesBeforeStatus } from '../classify.ts';
import { statusRules } from './enhanced-status.ts';

/** All that decides about a bounce, as data: docs/bounces.md is written from it. */
export const bounceRules = {
  advices,
  hardCategories,
  statusRules,
  phrases: [...phrasesBeforeStatus, ...phrasesAfterStatus],
};
