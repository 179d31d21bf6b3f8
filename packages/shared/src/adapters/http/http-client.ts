import type { CallFailure } from '../../application/ports/outcome.ts';

/** The longest wait for an answer, ms. Chrome ends an extension's worker whose fetch takes 30 s; we want to hear of it before. */
const defaultTimeoutMs = 28_000;

/** A whole answer of a server, whatever its status. */
export type HttpAnswer = {
  readonly kind: 'answer';
  readonly status: number;
  /** As in the header fields of these names; empty where there is none. */
  readonly contentType: string;
  readonly retryAfter: string;
  /** The body as text; empty where bytes were asked for. */
  readonly text: string;
  /** The body as it came; empty where text was asked for. */
  readonly bytes: Uint8Array;
};

/** What is asked of a server. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** No more of the answer is read than this, and it is cut there; absent = all of it. */
  readonly maxBytes?: number;
  /** What the body of a good answer is wanted as; an error's is always text. Absent = text. */
  readonly as?: 'text' | 'bytes';
};

/** No answer came; whether the request was carried out is unknown. */
export type NoAnswer = Extract<CallFailure, { kind: 'unknown' }>;

/** Sends one request and never throws; it tries once. */
export type HttpClient = (request: HttpRequest) => Promise<HttpAnswer | NoAnswer>;

/** Builds a client on the platform's fetch. The time limit covers the body, too. */
export function createHttpClient(
  fetch: typeof globalThis.fetch,
  timeoutMs = defaultTimeoutMs,
): HttpClient {
  return async ({ method, url, headers, body, maxBytes, as = 'text' }) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const answer = await fetch(url, {
        method,
        signal,
        headers: { ...headers },
        ...(body === undefined ? {} : { body }),
        // Answers are mail: they belong in no cache, and the rep's cookies are none of our business.
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
      });
      const field = (name: string) => answer.headers.get(name) ?? '';
      const head = {
        kind: 'answer',
        status: answer.status,
        contentType: field('content-type'),
        retryAfter: field('retry-after'),
      } as const;
      if (as === 'bytes' && answer.ok) {
        const bytes = await bytesOf(answer, maxBytes ?? Infinity);
        return { ...head, text: '', bytes };
      }
      const text =
        maxBytes === undefined
          ? await answer.text()
          : // A letter that was cut in two is left out.
            new TextDecoder().decode(await bytesOf(answer, maxBytes), { stream: true });
      return { ...head, text, bytes: noBytes };
    } catch {
      return { kind: 'unknown', cause: signal.aborted ? 'timeout' : 'offline' };
    }
  };
}

const noBytes = new Uint8Array();

/** Reads what stands first and tells the server that the rest is not wanted. */
async function bytesOf({ body }: Response, maxBytes: number): Promise<Uint8Array> {
  if (body === null) return noBytes;
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let left = maxBytes;
  while (left > 0) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks);
    chunks.push(value.subarray(0, left));
    left -= value.length;
  }
  await reader.cancel();
  return joined(chunks);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
