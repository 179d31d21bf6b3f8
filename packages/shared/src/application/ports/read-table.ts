/** A row of a table with the place that a spreadsheet shows it in, from 1 on. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

/** A table read from text; `cut` = there were more rows than were wanted. */
export type Table = { readonly rows: readonly TableRow[]; readonly cut: boolean };

/**
 * Reads separated values (RFC 4180; comma, semicolon or tab, whichever the text uses). Rows without any value are left
 * out, and no more than `mostRows` are read.
 */
export type ReadTable = (text: string, mostRows: number) => Table;
