import { trafficShape } from '../../traffic/traffic-shapes.ts';
import { facts } from '../page-globals.ts';

/** Gmail's own limit for its mail merge: 1,500 recipients in 24 hours. */
export class MergeLimitReached extends Error {
  override readonly name = 'MergeLimitReached';
}

/** The ids that Gmail's answer gives to what was saved or sent. */
export type SyncIds = { readonly id: string; readonly threadId: string };

let updates = 0;
let connections = 0;

/** The page's running number of changes. */
export function nextNumber(): number {
  updates += 1;
  return updates;
}

/**
 * Posts a change over Gmail's sync address. An XMLHttpRequest and no fetch, as Gmail does it:
 * that is where extensions watch. Rejects where the answer is not 200.
 */
export async function sendSync(request: unknown, key: string): Promise<SyncIds> {
  connections += 1;
  const shape = trafficShape(facts.traffic);
  const url = `https://mail.google.com/sync/${facts.path}/i/${shape.endpoint}?hl=en&c=${connections}&rt=r&pt=ji`;
  const body = shape.requestPrefix + JSON.stringify(shape.writeRequest(request));
  const text = await (shape.by === 'xhr' ? postByXhr(url, body) : postByFetch(url, body));
  const answer: unknown = JSON.parse(text.slice(shape.answerPrefix.length));
  return idsIn(shape.readAnswer(answer), key);
}

const headers: Readonly<Record<string, string>> = {
  'Content-Type': 'application/json',
  'X-Gmail-BTAI': '[null,null,[null]]',
  'X-Framework-Xsrf-Token': 'sandbox',
  ...(facts.traffic === null ? {} : { 'X-Sandbox-Traffic': facts.traffic }),
};

function postByXhr(url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', url);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.addEventListener('loadend', () => {
      if (xhr.status === 200) resolve(xhr.responseText);
      else if (xhr.status === 429) reject(new MergeLimitReached());
      else reject(new Error(`Gmail answered ${xhr.status}.`));
    });
    xhr.send(body);
  });
}

async function postByFetch(url: string, body: string): Promise<string> {
  const response = await fetch(url, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`Gmail answered ${response.status}.`);
  return response.text();
}

// [1][5][thread][0][2][6][0] is a thread: its messages at [4], its id at [19]; a message's id at [55].
function idsIn(answer: unknown, key: string): SyncIds {
  for (const wrapper of list(at(answer, 1, 5))) {
    const thread = at(wrapper, 0, 2, 6, 0);
    const message = list(at(thread, 4)).find((one) => at(one, 0) === key);
    if (message !== undefined)
      return { id: String(at(message, 55)), threadId: String(at(thread, 19)) };
  }
  throw new Error('Gmail answered without the message.');
}

function at(value: unknown, ...path: readonly number[]): unknown {
  return path.reduce<unknown>((inner, place) => list(inner)[place], value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
