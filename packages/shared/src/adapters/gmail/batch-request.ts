const boundary = 'postrider-batch';

/** A batch as it is sent: its Content-Type and its body. */
export type BatchRequest = { readonly contentType: string; readonly body: string };

/**
 * Writes GET requests as one multipart/mixed body (Gmail API guide "Batching requests", RFC 2046 section 5.1). Each part
 * is named by its place, because Google may answer in another order. Paths are URL-encoded, so none can hold a line end.
 */
export function writeBatch(paths: readonly string[]): BatchRequest {
  const parts = paths.map((path, place) =>
    [
      `--${boundary}`,
      'Content-Type: application/http',
      `Content-ID: <item-${place}>`,
      '',
      `GET ${path} HTTP/1.1`,
      'Accept: application/json',
      '',
      '',
    ].join('\r\n'),
  );
  return {
    contentType: `multipart/mixed; boundary=${boundary}`,
    body: `${parts.join('')}--${boundary}--\r\n`,
  };
}
