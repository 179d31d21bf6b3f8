import { createNestablePublicClientApplication } from '@azure/msal-browser';

import { callOffice } from './call.ts';

/** What a test makes the probe do, by the words of a path below `Office.context.mailbox`: "item.subject.getAsync". */
function call(path: string, ...given: unknown[]): Promise<unknown> {
  const words = path.split('.');
  const method = words.pop() ?? '';
  const owner = words.reduce<object>((at, word) => {
    const next: unknown = Reflect.get(at, word);
    if (typeof next !== 'object' || next === null) throw new Error(`No ${word} in ${path}`);
    return next;
  }, mailbox());
  return callOffice(owner, method, ...given);
}

function mailbox(): object {
  return Office.context.mailbox;
}

async function token(scopes: string[], popup: boolean): Promise<string> {
  const client = await createNestablePublicClientApplication({
    auth: {
      clientId: '9b3b6f2c-55a1-4d0c-8f2e-7b1a4c6e0d35',
      authority: 'https://login.microsoftonline.com/common',
    },
  });
  const result = popup
    ? await client.acquireTokenPopup({ scopes })
    : await client.acquireTokenSilent({ scopes });
  return result.accessToken;
}

/** Everything that was told of the events that a test asked for. */
const events: string[] = [];

/** What a test calls in the pane's frame. */
export type Probe = {
  readonly call: typeof call;
  readonly token: typeof token;
  readonly events: readonly string[];
  readonly listen: (type: string, toItem: boolean) => Promise<unknown>;
};

const probe: Probe = {
  call,
  token,
  events,
  listen: (type, toItem) =>
    callOffice(
      toItem ? (Office.context.mailbox.item ?? {}) : mailbox(),
      'addHandlerAsync',
      type,
      (event: object) => events.push(JSON.stringify(event)),
    ),
};

async function start(): Promise<void> {
  await Office.onReady();
  Object.assign(globalThis, { probe });
  document.body.dataset['ready'] = 'yes';
}

void start();
