import type { Clock } from '../../application/ports/clock.ts';
import type { CallFailure, Outcome } from '../../application/ports/outcome.ts';
import { asCallFailure, type EwsCalls } from './ews-calls.ts';
import { findFolderRequest, getFolderRequest } from './requests/find-requests.ts';
import type { FolderRef, WellKnownFolder } from './requests/folder-ref.ts';
import { attributeOf, childOf, childText, descendant, type XmlElement } from './xml/element.ts';

/** The folders of a mailbox that mail can lie in. */
export type MailFolders = {
  readonly sent: string;
  /** Where what leaves later waits: one or the other by version and client. */
  readonly drafts: string;
  readonly outbox: string;
  /** Folders that mail from outside can lie in, and what was sent: all but drafts. */
  readonly watched: readonly FolderRef[];
};

/** Knows a mailbox's folders; asks when it knows none, or what it knows is old. */
export type FolderBook = {
  read(): Promise<Outcome<MailFolders>>;
  /** Throws away what is known, since a folder turned out to be gone. */
  forget(): void;
};

/** New folders are found so late, ms: mail that a new rule files there is then still inside the watch's overlap. */
const freshMs = 10 * 60_000;

/** Folders asked for at once, and in all: who has more keeps mail in the first ones, oldest folders first. */
const pageSize = 500;
const maxFolders = 1000;

const named = ['sentitems', 'drafts', 'outbox'] as const satisfies readonly WellKnownFolder[];

const malformed: CallFailure = { kind: 'unknown', cause: 'malformed-answer' };
const noFolders = 'Exchange did not list the folders of this mailbox.';

/** Makes the book of one mailbox (GetFolder, FindFolder): two requests at first, then two every ten minutes. */
export function createFolderBook(calls: EwsCalls, clock: Clock): FolderBook {
  let known: { readonly folders: MailFolders; readonly readAt: number } | null = null;
  return {
    async read() {
      const age = known === null ? Number.NaN : clock() - known.readAt;
      if (known !== null && age >= 0 && age < freshMs) return { kind: 'ok', value: known.folders };
      const readAt = clock();
      const folders = await readFolders(calls);
      if (folders.kind === 'ok') known = { folders: folders.value, readAt };
      return folders;
    },
    forget() {
      known = null;
    },
  };
}

async function readFolders(calls: EwsCalls): Promise<Outcome<MailFolders>> {
  const answer = await calls.all(getFolderRequest(named.map((name) => ({ name }))));
  if (answer.kind !== 'ok') return asCallFailure(answer, noFolders);
  const ids: string[] = [];
  for (const part of answer.parts) {
    if (part.kind !== 'ok') return asCallFailure(part, noFolders);
    const id = idOf(descendant(part.part, 'Folders')?.children[0]);
    if (id === null) return malformed;
    ids.push(id);
  }
  const [sent, drafts, outbox] = ids;
  if (sent === undefined || drafts === undefined || outbox === undefined) return malformed;
  const all = await listFolders(calls);
  if (all.kind !== 'ok') return all;
  const watched = all.value.filter((id) => id !== drafts && id !== outbox).map((id) => ({ id }));
  return { kind: 'ok', value: { sent, drafts, outbox, watched } };
}

async function listFolders(calls: EwsCalls): Promise<Outcome<readonly string[]>> {
  const ids: string[] = [];
  for (let offset = 0; offset < maxFolders; offset += pageSize) {
    const part = await calls.one(findFolderRequest({ offset, size: pageSize }));
    if (part.kind !== 'ok') return asCallFailure(part, noFolders);
    const root = childOf(part.part, 'RootFolder');
    const folders = descendant(root, 'Folders')?.children ?? [];
    ids.push(
      ...folders
        .filter(holdsMail)
        .map(idOf)
        .filter((id) => id !== null),
    );
    if (attributeOf(root, 'IncludesLastItemInRange') !== 'false' || folders.length === 0) break;
  }
  return { kind: 'ok', value: ids };
}

/** Folders of mail have the class IPF.Note or below, or, made by old programs, none ([MS-OXOSFLD] 2.2.5). */
function holdsMail(folder: XmlElement): boolean {
  const folderClass = childText(folder, 'FolderClass') ?? '';
  return folder.name === 'Folder' && /^(?:IPF\.Note(?:\..*)?)?$/i.test(folderClass);
}

function idOf(folder: XmlElement | undefined): string | null {
  return attributeOf(childOf(folder, 'FolderId'), 'Id');
}
