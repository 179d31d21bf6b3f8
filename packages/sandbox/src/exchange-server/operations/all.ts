import { createItem } from './create-item.ts';
import { findItem } from './find-item.ts';
import { createFolder, findFolder, getFolder } from './folders.ts';
import { getConversationItems } from './get-conversation-items.ts';
import { getItem } from './get-item.ts';
import { moveItem } from './move-item.ts';
import type { Operation } from './operation.ts';
import { resolveNames } from './resolve-names.ts';
import { sendItem } from './send-item.ts';
import { updateItem } from './update-item.ts';

/** The operations that are played. */
export const operations: ReadonlyMap<string, Operation> = new Map([
  ['CreateFolder', createFolder],
  ['CreateItem', createItem],
  ['FindFolder', findFolder],
  ['FindItem', findItem],
  ['GetConversationItems', getConversationItems],
  ['GetFolder', getFolder],
  ['GetItem', getItem],
  ['MoveItem', moveItem],
  ['ResolveNames', resolveNames],
  ['SendItem', sendItem],
  ['UpdateItem', updateItem],
]);

/** Those that `makeEwsRequestAsync` passes (office-js-docs, "Supported EWS operations"); the rest it refuses. */
export const operationsForAddIns: ReadonlySet<string> = new Set([
  'CopyItem',
  'CreateFolder',
  'CreateItem',
  'ExpandDL',
  'FindConversation',
  'FindFolder',
  'FindItem',
  'GetConversationItems',
  'GetFolder',
  'GetItem',
  'GetUserAvailability',
  'MarkAsJunk',
  'MoveItem',
  'ResolveNames',
  'SendItem',
  'UpdateFolder',
  'UpdateItem',
]);
