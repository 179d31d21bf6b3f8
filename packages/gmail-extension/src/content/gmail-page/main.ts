import { ask } from '../../bus/ask.ts';
import { deliverer } from './deliver.ts';
import { followCompose } from './follow-compose.ts';
import { inboxSdkComposePort } from './inboxsdk/compose-port.ts';
import { watchUnrecognised } from './resting/watch-unrecognised.ts';

async function start(signal: AbortSignal): Promise<void> {
  watchUnrecognised(signal);
  const port = await inboxSdkComposePort(signal);
  const deliver = deliverer((kind, request) => ask(kind, request, { repeatable: true }), signal);
  port.onWindow((compose) => followCompose(compose, port.account, deliver));
}

void start(new AbortController().signal);
