/**
 * The watcher of Gmail's sync traffic, in Gmail's own world. It reads and changes nothing; what it sees goes through
 * a port that our own world made, and an error here ends here. It must stay small: every Gmail tab runs it.
 */
import { portEvent, type TrafficWord } from './handshake.ts';

declare global {
  interface Window {
    readonly GLOBALS?: readonly unknown[];
  }
}

const syncPath = /^\/sync\/u\/\d+\/(?:d\/[\w-]+\/)?i\/\w+$/;
/** Only what changes a message is of interest, and it names one; the rest of the traffic is dropped unread. */
const namesMessage = /"\^pfg|"(?:msg|draft)-[a-z]:/;
const longest = 40_000_000;

type Asking = Omit<TrafficWord, 'answer'>;

let port: MessagePort | null = null;
let number = 0;

document.addEventListener(
  portEvent,
  (event) => {
    event.stopImmediatePropagation();
    if (event instanceof MessageEvent) port = event.ports[0] ?? null;
  },
  { once: true, capture: true },
);

function asked(method: string, url: string, body: unknown): Asking | null {
  try {
    if (port === null || typeof body !== 'string' || body.length > longest) return null;
    const { origin, pathname } = new URL(url, location.href);
    if (method.toUpperCase() !== 'POST' || origin !== location.origin) return null;
    if (!syncPath.test(pathname) || !namesMessage.test(body)) return null;
    number += 1;
    const account = window.GLOBALS?.[10];
    const asking = {
      number,
      path: pathname,
      account: typeof account === 'string' ? account : '',
      request: body,
    };
    port.postMessage({ ...asking, answer: null } satisfies TrafficWord);
    return asking;
  } catch {
    return null;
  }
}

function answered(asking: Asking, status: number, text: string): void {
  try {
    port?.postMessage({ ...asking, answer: { status, text } } satisfies TrafficWord);
  } catch {
    // What cannot be told is not followed; Gmail goes on.
  }
}

const opened = new WeakMap<XMLHttpRequest, { readonly method: string; readonly url: string }>();
const { open, send } = XMLHttpRequest.prototype;

XMLHttpRequest.prototype.open = function (
  this: XMLHttpRequest,
  ...words: [method: string, url: string | URL, ...unknown[]]
) {
  const [method, url] = words;
  opened.set(this, { method, url: url instanceof URL ? url.href : url });
  return Reflect.apply(open, this, words);
};

XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, body) {
  const request = opened.get(this);
  const asking = request ? asked(request.method, request.url, body) : null;
  if (asking) {
    this.addEventListener('loadend', () => {
      const readable = this.responseType === '' || this.responseType === 'text';
      answered(asking, this.status, readable ? this.responseText : '');
    });
  }
  return Reflect.apply(send, this, [body]);
};

const { fetch } = window;

window.fetch = function (...words) {
  const [input, init] = words;
  const url = input instanceof Request ? input.url : String(input);
  const asking = asked(init?.method ?? 'GET', url, init?.body);
  const answer = Reflect.apply(fetch, window, words);
  if (asking) {
    answer
      .then(
        (response) =>
          response
            .clone()
            .text()
            .then((text) => answered(asking, response.status, text)),
        () => answered(asking, 0, ''),
      )
      .catch(() => answered(asking, 0, ''));
  }
  return answer;
};
