import { EwsError } from './ews-error.ts';
import type { EwsFolder } from './folders.ts';
import { childAt, childOf, type XmlNode } from './xml/read.ts';

/** Reads the Restriction of a FindFolder: a folder's DisplayName, which is what folders are looked up by. */
export const readFolderRestriction = (operation: XmlNode): ((folder: EwsFolder) => boolean) => {
  const condition = childOf(operation, 'Restriction')?.children[0];
  if (!condition) return () => true;
  const uri = childOf(condition, 'FieldURI')?.attributes['FieldURI'];
  const wanted = (
    childAt(condition, 'FieldURIOrConstant', 'Constant') ?? childOf(condition, 'Constant')
  )?.attributes['Value']?.toLowerCase();
  if (uri !== 'folder:DisplayName' || wanted === undefined)
    throw new EwsError('ErrorUnsupportedPathForQuery', 'Folders are found by DisplayName here.');
  if (condition.name === 'IsEqualTo') return ({ name }) => name.toLowerCase() === wanted;
  if (condition.name === 'Contains') return ({ name }) => name.toLowerCase().includes(wanted);
  throw new EwsError('ErrorUnsupportedQueryFilter', `${condition.name} is not played for folders.`);
};
