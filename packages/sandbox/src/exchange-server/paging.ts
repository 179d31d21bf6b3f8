import { EwsError, schemaFault } from './ews-error.ts';
import type { XmlNode } from './xml/read.ts';

/** Which part of a list is wanted. */
export type Page = {
  readonly offset: number;
  readonly most: number;
  readonly from: 'Beginning' | 'End';
};

/** EwsFindCountLimit of a server's throttling policy: more never comes at once, and the answer says that it is not the end. */
const FIND_COUNT_LIMIT = 1000;

/** Reads an IndexedPageItemView or IndexedPageFolderView; without one, the first page. */
export const readPage = (view: XmlNode | undefined): Page => {
  if (!view) return { offset: 0, most: FIND_COUNT_LIMIT, from: 'Beginning' };
  const { Offset, MaxEntriesReturned, BasePoint } = view.attributes;
  const offset = Number(Offset);
  const most = MaxEntriesReturned === undefined ? FIND_COUNT_LIMIT : Number(MaxEntriesReturned);
  if (BasePoint !== 'Beginning' && BasePoint !== 'End') throw schemaFault('BasePoint is missing.');
  if (!Number.isInteger(offset)) throw schemaFault('Offset is missing.');
  if (offset < 0)
    throw new EwsError('ErrorInvalidIndexedPagingParameters', 'The paging parameters are invalid.');
  if (!Number.isInteger(most) || most < 1)
    throw new EwsError('ErrorInvalidPagingMaxRows', 'The value for MaxRows is invalid.');
  return { offset, most: Math.min(most, FIND_COUNT_LIMIT), from: BasePoint };
};

/** One page of a list, and what its RootFolder says about it. */
export const pageOf = <Entry>(
  list: readonly Entry[],
  { offset, most, from }: Page,
): {
  readonly entries: readonly Entry[];
  readonly attributes: Readonly<Record<string, string>>;
} => {
  const end = from === 'Beginning' ? offset + most : list.length - offset;
  const start = from === 'Beginning' ? offset : Math.max(0, end - most);
  const isLast = from === 'Beginning' ? end >= list.length : start === 0;
  return {
    entries: list.slice(start, Math.max(start, end)),
    attributes: {
      IndexedPagingOffset: String(
        from === 'Beginning' ? Math.min(end, list.length) : Math.min(offset + most, list.length),
      ),
      TotalItemsInView: String(list.length),
      IncludesLastItemInRange: String(isLast),
    },
  };
};
