import { library } from './library.ts';
import { installNestedAuthBridge } from './nested-auth-bridge.ts';
import { installNewerCalls } from './newer-calls.ts';
import { playClient, playedClient } from './played-client.ts';

const client = playedClient();
if (client?.nestedAppAuth === true && !client.bridgeMissing) installNestedAuthBridge();
library().Microsoft.Office.WebExtension.onReadyInternal(() => {
  installNewerCalls();
  if (client !== null) playClient(client);
});
