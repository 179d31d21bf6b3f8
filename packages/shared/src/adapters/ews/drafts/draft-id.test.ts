import { expect, test } from 'vitest';

import { branded } from '../../../domain/brand.ts';
import type { DraftId, MailId } from '../../../domain/ids.ts';
import { draftId, readDraftId } from './draft-id.ts';

const mailId = branded<MailId>('AbCdEfGhIjKlMnOpQrStU_');

test('a draft’s name holds its item and its mailId', () => {
  expect(readDraftId(draftId(mailId, 'AAMkAD/+='))).toEqual({ mailId, itemId: 'AAMkAD/+=' });
});

test('an item’s id alone is a draft without a mailId', () => {
  for (const id of ['AAMkAD/+=', 'r0', '', ':x', 'short:x']) {
    expect(readDraftId(branded<DraftId>(id))).toEqual({ mailId: null, itemId: id });
  }
});
