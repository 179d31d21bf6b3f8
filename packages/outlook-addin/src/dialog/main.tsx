import { showPage } from '@postrider/shared/ui/page/show-page';
import { BlankState } from '@postrider/shared/ui/parts/blank-state';

import { writeDialogMessage } from '../identity/dialog-message.ts';
import type { SignInOutcome } from '../identity/sign-in.ts';
import { english } from '../messages/en.ts';
import { signInWords } from '../messages/sign-in.ts';
import { tellOpener } from '../office/dialog.ts';
import { whenOfficeReady } from '../office/when-ready.ts';
import { createPolicyFile } from '../policy/policy-file.ts';
import { browserKeyValues } from '../storage/key-values.ts';
import { signInByRedirect } from './sign-in-by-redirect.ts';

showPage(
  <main>
    <BlankState title={signInWords.title}>
      <p>{signInWords.why}</p>
    </BlankState>
  </main>,
  english('exchange-online'),
);
void signIn();

async function signIn(): Promise<void> {
  // Before Microsoft's library, which takes the address apart, and before the way back clears it.
  const choose = new URLSearchParams(location.search).get('choose') === '1';
  const policy = createPolicyFile((...request) => fetch(...request), browserKeyValues());
  const { entraClient } = (await policy.refresh()).policy;
  const here = location.origin + location.pathname;
  const outcome =
    entraClient === undefined ? notSet : await signInByRedirect(entraClient, here, choose);
  if (outcome === null) return;
  await whenOfficeReady();
  tellOpener(writeDialogMessage(outcome));
}

const notSet: SignInOutcome = {
  kind: 'failed',
  failure: { kind: 'refused', reason: signInWords.notSet, recipients: [] },
};
