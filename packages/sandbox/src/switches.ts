import type { Switches } from './accounts.ts';

/** What Google most likely does; tests run the other ways too. */
export const likeliestSwitches: Switches = {
  sentDuringUndo: 'shown',
  labelsOnDrafts: 'allowed',
  draftIdOnEdit: 'kept',
  undoMs: 10_000,
  draftMessageIdOnSave: 'kept',
  scheduledInApi: 'labelled',
  mailMergeInSent: 'one each',
  foreignDraftKey: 'web',
  secondSendMs: null,
};
