import type { NestedAuthRequest } from '../../nested-auth.ts';
import { server } from '../ask-server.ts';
import { isRecord } from './wire.ts';

/** Answers the bridge that newer libraries put into the add-in's frames (npm @azure/msal-browser, src/naa). */
export function answerNestedAuth(): void {
  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (!isRecord(event.data) || event.data['sandboxBridge'] !== 'request') return;
    void answer(event, String(event.data['body']));
  });
}

async function answer(event: MessageEvent<unknown>, body: string): Promise<void> {
  const asked: Omit<NestedAuthRequest, 'origin'> = JSON.parse(body);
  const { answer: given } = await server.nestedAuth({ ...asked, origin: event.origin });
  if (given === null) return;
  const text = JSON.stringify({
    messageType: 'NestedAppAuthResponse',
    requestId: asked.requestId,
    ...given,
  });
  event.source?.postMessage(
    { sandboxBridge: 'response', body: text },
    { targetOrigin: event.origin },
  );
}
