import type { Json } from './view.ts';

/** More parts than this are refused (Microsoft Graph, "JSON batching"). */
const MOST_PARTS = 20;
/** So many parts of a batch for one mailbox are carried out at the same moment ("Outlook service limits"). */
const AT_ONCE = 4;

type Part = {
  readonly id: string;
  readonly request: Request;
  readonly dependsOn: readonly string[];
};

type PartAnswer = {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

/** Whether a request is a batch. */
export const isBatch = ({ method, url }: Request): boolean =>
  method === 'POST' && /^\/v1\.0\/\$batch$/.test(new URL(url).pathname);

const refused = (message: string): Response =>
  Response.json({ error: { code: 'BadRequest', message } }, { status: 400 });

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const strings = (value: unknown): Readonly<Record<string, string>> =>
  isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]))
    : {};

const partFrom = (value: unknown, batch: Request): Part | undefined => {
  if (!isRecord(value)) return undefined;
  const { id, method, url, headers, body, dependsOn } = value;
  if (typeof id !== 'string' || typeof method !== 'string' || typeof url !== 'string')
    return undefined;
  const isJson = body !== undefined && typeof body !== 'string';
  return {
    id,
    dependsOn: Array.isArray(dependsOn) ? dependsOn.map(String) : [],
    request: new Request(
      `https://graph.microsoft.com/v1.0${url.startsWith('/') ? '' : '/'}${url}`,
      {
        method,
        // A part has the batch's token unless it brings one.
        headers: {
          authorization: batch.headers.get('authorization') ?? '',
          ...(isJson ? { 'content-type': 'application/json' } : {}),
          ...strings(headers),
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      },
    ),
  };
};

const answerOf = async (id: string, response: Response): Promise<PartAnswer> => {
  const headers = Object.fromEntries(
    [...response.headers].map(([name, value]) => [
      name.replaceAll(/(^|-)\w/g, (letter) => letter.toUpperCase()),
      value,
    ]),
  );
  const bytes = Buffer.from(await response.arrayBuffer());
  const base = { id, status: response.status, headers };
  if (bytes.length === 0) return base;
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    ...base,
    body: isJson ? JSON.parse(bytes.toString()) : bytes.toString('base64'),
  };
};

const failedDependency = (id: string): PartAnswer => ({
  id,
  status: 424,
  headers: { 'Content-Type': 'application/json' },
  body: {
    error: { code: 'FailedDependency', message: 'A request that this one depends on has failed.' },
  },
});

const carryOutParts = async (
  parts: readonly Part[],
  one: (request: Request) => Promise<Response>,
): Promise<readonly PartAnswer[]> => {
  const answers: PartAnswer[] = [];
  let waiting = [...parts];
  const answered = (id: string): PartAnswer | undefined => answers.find((a) => a.id === id);
  const isReady = ({ dependsOn }: Part): boolean => dependsOn.every((id) => answered(id));
  const worker = async (): Promise<void> => {
    for (let part = waiting.find(isReady); part; part = waiting.find(isReady)) {
      const { id, dependsOn, request } = part;
      waiting = waiting.filter((other) => other.id !== id);
      const failed = dependsOn.some((on) => (answered(on)?.status ?? 400) >= 400);
      answers.push(failed ? failedDependency(id) : await answerOf(id, await one(request)));
    }
  };
  // A part may become ready only when another has ended: then nobody waits for it yet.
  while (waiting.some(isReady)) await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return answers;
};

/** Carries out a batch, each part as a request of its own; their answers come in any order. A part whose line is cut cuts the whole. */
export const carryOutBatch = async (
  batch: Request,
  one: (request: Request) => Promise<Response>,
): Promise<Response> => {
  let body: unknown;
  try {
    body = await batch.json();
  } catch {
    body = undefined;
  }
  const requests = isRecord(body) ? body['requests'] : undefined;
  if (!Array.isArray(requests)) return refused('Invalid batch payload format.');
  if (requests.length > MOST_PARTS)
    return refused('Number of batch request steps exceeds the maximum value of 20.');
  const parts = requests.map((value) => partFrom(value, batch));
  const whole = parts.filter((part) => part !== undefined);
  const ids = new Set(whole.map(({ id }) => id));
  const isKnown = ({ dependsOn }: Part): boolean => dependsOn.every((id) => ids.has(id));
  if (whole.length < parts.length || ids.size < whole.length || !whole.every(isKnown))
    return refused('Invalid batch payload format.');
  return Response.json({ responses: await carryOutParts(whole, one) });
};
