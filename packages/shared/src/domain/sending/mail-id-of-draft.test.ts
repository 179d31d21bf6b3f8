import { expect, it } from 'vitest';

import { isMailId } from '../ids.ts';
import { mailIdOfDraft } from './mail-id-of-draft.ts';

it('is the same for the same draft and another for another', () => {
  expect(isMailId(mailIdOfDraft('AAMkAD/1+2='))).toBe(true);
  expect(mailIdOfDraft('AAMkAD/1+2=')).toBe(mailIdOfDraft('AAMkAD/1+2='));
  expect(mailIdOfDraft('AAMkAD/1+2=')).not.toBe(mailIdOfDraft('AAMkAD/1+3='));
});
