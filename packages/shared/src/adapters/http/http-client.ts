import type { CallFailure } from '../../application/ports/outcome.ts';

/** The longest wait for an answer, ms. Chrome ends an extension's worker whose fetch takes 30 s; we want to hear of it before. */
const defaultTimeoutMs = 28_000;

/** A whole answer of a server, whatever its status. */
export type HttpAnswer = {
  readonly kind: 'answer';
  readonly status: number;
  /** As in the header field of this name; empty where there is none. */
  readonly contentType: string;
  readonly text: string;
};

/** What is asked of a server. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** No more of the answer is read than this, and its text is cut there; absent = all of it. */
  readonly maxBytes?: number;
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
  return async ({ method, url, headers, body, maxBytes }) => {
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
      const contentType = answer.headers.get('content-type') ?? '';
      const text =
        maxBytes === undefined ? await answer.text() : await beginningOf(answer, maxBytes);
      return { kind: 'answer', status: answer.status, contentType, text };
    } catch {
      return { kind: 'unknown', cause: signal.aborted ? 'timeout' : 'offline' };
    }
  };
}

/** Reads what stands first and tells the server that the rest is not wanted. */
async function beginningOf({ body }: Response, maxBytes: number): Promise<string> {
  if (body === null) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let left = maxBytes;
  while (left > 0) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value.subarray(0, left), { stream: true });
    left -= value.length;
  }
  await reader.cancel();
  return text;
}
