/** Bounds of reading one message. Mail from outside is hostile: past a bound we stop reading and say so in `limitsReached`. */
export const limits = {
  /** Bytes of the whole message that are looked at: notices keep what matters in their first parts. */
  messageBytes: 512 * 1024,
  /** Bytes of one header block. */
  headerBytes: 64 * 1024,
  /** Fields of one header block. */
  headerFields: 500,
  /** Characters of one decoded text part. */
  textChars: 64 * 1024,
  /** MIME parts, nested ones included. */
  parts: 40,
  /** Multiparts within multiparts. */
  depth: 8,
  /** Recipients of one notice. */
  recipients: 500,
  /** Characters of a diagnostic that are kept. */
  diagnosticChars: 2000,
} as const;

/** The name of a bound, as it stands in `Notice.limitsReached`. */
export type LimitName = 'bytes' | 'header' | 'text' | 'parts' | 'depth' | 'recipients';
