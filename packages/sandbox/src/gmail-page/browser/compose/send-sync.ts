import { accountNumber } from '../page-globals.ts';

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
export function sendSync(request: unknown, key: string): Promise<SyncIds> {
  connections += 1;
  const url = `https://mail.google.com/sync/u/${accountNumber}/i/s?hl=en&c=${connections}&rt=r&pt=ji`;
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', url);
    xhr.setRequestHeader('Content-Type', 'application/json');
    xhr.setRequestHeader('X-Gmail-BTAI', '[null,null,[null]]');
    xhr.setRequestHeader('X-Framework-Xsrf-Token', 'sandbox');
    xhr.addEventListener('loadend', () => {
      if (xhr.status !== 200) reject(new Error(`Gmail answered ${xhr.status}.`));
      else resolve(idsIn(xhr.responseText, key));
    });
    xhr.send(JSON.stringify(request));
  });
}

// [1][5][thread][0][2][6][0] is a thread: its messages at [4], its id at [19]; a message's id at [55].
function idsIn(text: string, key: string): SyncIds {
  for (const wrapper of list(at(JSON.parse(text), 1, 5))) {
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
