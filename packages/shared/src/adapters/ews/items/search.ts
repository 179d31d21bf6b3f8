import type { CallFailure, Outcome } from '../../../application/ports/outcome.ts';
import { asCallFailure, type EwsCalls } from '../ews-calls.ts';
import { findItemRequest } from '../requests/find-requests.ts';
import type { FolderRef } from '../requests/folder-ref.ts';
import { childOf, type XmlElement } from '../xml/element.ts';
import { itemsIn, type EwsItem } from './ews-item.ts';

/** Items looked at in each folder: what is searched for is there once, or a few times where it was copied. */
const most = 10;

const foldersAtOnce = 50;

/** Searches folders for items that fit, newest first; gives what was found in each, in the folders' order. */
export async function search(
  calls: EwsCalls,
  asked: {
    readonly folders: readonly FolderRef[];
    readonly restriction: XmlElement;
    readonly paths: readonly XmlElement[];
  },
): Promise<Outcome<readonly (readonly EwsItem[])[]>> {
  const found: (readonly EwsItem[])[] = [];
  for (let at = 0; at < asked.folders.length; at += foldersAtOnce) {
    const folders = asked.folders.slice(at, at + foldersAtOnce);
    const page = { offset: 0, size: most };
    const answer = await calls.all(
      findItemRequest({ ...asked, folders, order: 'Descending', page }),
    );
    if (answer.kind !== 'ok') return asCallFailure(answer, noSearch);
    if (answer.parts.length !== folders.length) return malformed;
    for (const part of answer.parts) {
      if (part.kind === 'ok') found.push(itemsIn(childOf(part.part, 'RootFolder') ?? part.part));
      else if (part.kind === 'missing') found.push([]);
      else return asCallFailure(part, noSearch);
    }
  }
  return { kind: 'ok', value: found };
}

const noSearch = 'Exchange did not search the mailbox.';
const malformed: CallFailure = { kind: 'unknown', cause: 'malformed-answer' };
