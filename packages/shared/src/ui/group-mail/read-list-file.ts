/** What a file of a list holds, or that it is too large or no text. */
export type ListFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'too-large' | 'unread' };

/** 10,000 rows of a kilobyte each; a list has no more people. */
const mostBytes = 10_000_000;

/**
 * Reads a list from a file: UTF-8 or UTF-16 by its byte-order mark, otherwise UTF-8, and where it is not that,
 * Windows-1252, which is what Excel writes as "CSV" in the west.
 */
export async function readListFile(file: Blob): Promise<ListFile> {
  if (file.size > mostBytes) return { kind: 'too-large' };
  try {
    const text = decoded(new Uint8Array(await file.arrayBuffer()));
    // Zip (which is what .xlsx is) and other bytes that are no text.
    return text.includes('\0') ? { kind: 'unread' } : { kind: 'text', text };
  } catch {
    return { kind: 'unread' };
  }
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
