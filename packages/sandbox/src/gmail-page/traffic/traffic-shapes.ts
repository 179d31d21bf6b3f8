/** How a page and its server write their sync traffic. Each `read` undoes its `write`. */
type Shape = {
  readonly writeRequest: (body: unknown) => unknown;
  readonly readRequest: (body: unknown) => unknown;
  readonly writeAnswer: (body: unknown) => unknown;
  readonly readAnswer: (body: unknown) => unknown;
  /** Stands before the JSON, as Google puts it before some of its answers. */
  readonly requestPrefix: string;
  readonly answerPrefix: string;
  /** The last part of /sync/u/N/i/… */
  readonly endpoint: string;
  readonly by: 'xhr' | 'fetch';
  /** How long the answer keeps the page waiting, ms. */
  readonly lateMs: number;
};

const same = (body: unknown): unknown => body;

const recorded: Shape = {
  writeRequest: same,
  readRequest: same,
  writeAnswer: same,
  readAnswer: same,
  requestPrefix: '',
  answerPrefix: '',
  endpoint: 's',
  by: 'xhr',
  lateMs: 0,
};

const guard = ")]}'\n";

const changes = {
  /** The body stands elsewhere in the message. */
  'request-body-moved': inRequest(swapIn(isMessage, 8, 46)),
  /** The labels that tell a send from a save stand elsewhere. */
  'request-labels-moved': inRequest(swapIn(isMessage, 10, 45)),
  /** A send is marked by another label. */
  'labels-renamed': inBoth(
    (body) => mapTexts(body, (text) => (text === '^pfg' ? '^pfg2' : text)),
    (body) => mapTexts(body, (text) => (text === '^pfg2' ? '^pfg' : text)),
  ),
  /** Drafts are named in another way than in the window's form. */
  'keys-renamed': inBoth(
    (body) => mapTexts(body, (text) => text.replace(/^msg-a:/, 'draft-a:')),
    (body) => mapTexts(body, (text) => text.replace(/^draft-a:/, 'msg-a:')),
  ),
  /** An object with numbers for names in the place of the outer array. */
  'request-as-object': {
    writeRequest: (body) => (Array.isArray(body) ? Object.assign({}, body) : body),
    readRequest: (body) => Object.values(Object(body)),
  },
  'request-not-json': { requestPrefix: guard },
  /** Neither the message's id nor its thread's stands where it was. */
  'answer-ids-missing': inAnswer((body) =>
    swapIn(isThread, 19, 12)(swapIn(isMessage, 55, 50)(body)),
  ),
  'answer-message-id-missing': inAnswer(swapIn(isMessage, 13, 53)),
  'answer-labels-missing': inAnswer(swapIn(isMessage, 10, 45)),
  /** The changed threads stand elsewhere in the answer. */
  'answer-threads-moved': inAnswer(swapIn(isAnswerBody, 5, 3)),
  'answer-not-json': { answerPrefix: guard },
  'answer-late': { lateMs: 4000 },
  'endpoint-renamed': { endpoint: 'u' },
  /** Everything one place further, behind a number that tells the version. */
  'version-bumped': inBoth(
    (body) => (Array.isArray(body) ? [20_261_101, ...list(body)] : body),
    (body) => (Array.isArray(body) ? list(body).slice(1) : body),
  ),
  'by-fetch': { by: 'fetch' },
} as const satisfies Readonly<Record<string, Partial<Shape>>>;

/** A way in which Gmail's sync traffic may look different one day. */
export type TrafficVariant = keyof typeof changes;

/** All of them, to go through one by one. */
export function trafficVariants(): readonly TrafficVariant[] {
  return Object.keys(changes).filter(isVariant);
}

/** The shape with this name; as recorded in September 2022 for none. */
export function trafficShape(name: string | null): Shape {
  return name !== null && isVariant(name) ? { ...recorded, ...changes[name] } : recorded;
}

function isVariant(name: string): name is TrafficVariant {
  return Object.hasOwn(changes, name);
}

function inRequest(change: (body: unknown) => unknown): Partial<Shape> {
  return { writeRequest: change, readRequest: change };
}

function inAnswer(change: (body: unknown) => unknown): Partial<Shape> {
  return { writeAnswer: change, readAnswer: change };
}

function inBoth(
  write: (body: unknown) => unknown,
  read: (body: unknown) => unknown,
): Partial<Shape> {
  return { writeRequest: write, readRequest: read, writeAnswer: write, readAnswer: read };
}

// Swaps two places of every array of a kind: done twice, all is as before.
function swapIn(
  isKind: (array: readonly unknown[]) => boolean,
  one: number,
  other: number,
): (body: unknown) => unknown {
  const swap = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    const array = list(value);
    const inner = array.map(swap);
    return isKind(array) ? inner.with(one, inner[other]).with(other, inner[one]) : inner;
  };
  return swap;
}

function isMessage(array: readonly unknown[]): boolean {
  return typeof array[0] === 'string' && /^msg-[af]:/.test(array[0]) && array.length >= 50;
}

function isThread(array: readonly unknown[]): boolean {
  return typeof array[3] === 'string' && array[3].startsWith('thread-') && array.length === 20;
}

function isAnswerBody(array: readonly unknown[]): boolean {
  return array.length >= 6 && array[0] === 0 && array.slice(3, 6).some(Array.isArray);
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  return Array.isArray(value) ? list(value).map((inner) => mapTexts(inner, change)) : value;
}

function list(value: readonly unknown[]): readonly unknown[] {
  return value;
}
