import { createGmailMailbox } from '@postrider/shared/adapters/gmail/gmail-mailbox';
import { createGoogleOAuth } from '@postrider/shared/adapters/gmail/google-oauth';
import {
  createGoogleTokenSource,
  memoryTokenCache,
} from '@postrider/shared/adapters/gmail/google-token-source';
import {
  connectMailbox,
  disconnectMailbox,
} from '@postrider/shared/application/connect-mailbox/connect-mailbox';
import type { Policy } from '@postrider/shared/application/ports/policy';
import type { MailboxAddress } from '@postrider/shared/domain/ids';

import { openAcme } from './acme.ts';
import { personAt, type Choice } from './consent.ts';
import { ana } from './events.ts';
import { openStores } from './stores.ts';

const redirectUri = 'https://abcdefghijklmnop.chromiumapp.org/oauth2';
/** The company's OAuth client at the sandbox's Google. */
const company = { id: 'postrider-client', secret: 'public in effect' };

/** Ana's browser before anything is connected: consent, grants and tokens on the sandbox's Google. */
export async function openOffice(policy: Policy = {}) {
  const acme = openAcme();
  acme.google.addAccount({ address: 'ana.private@mail.example', name: 'Ana' });
  acme.google.addOAuthClient({ ...company, redirectUris: [redirectUri] });
  const stores = await openStores();
  const { grants } = stores;
  let choice: Choice = { kind: 'account', address: ana };
  let launchUrl = (url: string): Promise<string | null> => person.launch(url);
  const person = personAt(acme.google, () => choice);
  let answering = Promise.resolve();
  const asked: { url: string; body: string }[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    asked.push({ url: request.url, body: await request.clone().text() });
    await answering;
    return acme.fetch(request);
  };
  const { clock, wait } = acme;
  let client: typeof company | null = company;
  const oauth = createGoogleOAuth({
    fetch,
    clock,
    redirectUri,
    client: async () => client,
    launch: (url) => launchUrl(url),
  });
  const cache = memoryTokenCache();
  const newTokens = () => createGoogleTokenSource({ grants, oauth, cache, clock });
  const parts = {
    authorization: oauth,
    grants,
    policy: { read: async () => policy, onChange: () => {} },
    clock,
  };
  return {
    acme,
    stores,
    parts,
    person,
    grants,
    oauth,
    cache,
    asked,
    newTokens,
    connect: (way: { only?: MailboxAddress; replacing?: MailboxAddress } = {}) =>
      connectMailbox({ ...parts, ...(way.only && { only: way.only }) }, way.replacing),
    disconnect: () => disconnectMailbox(parts),
    choose(next: Choice) {
      choice = next;
    },
    /** Google answers nothing until the function that this gives is called. */
    holdAnswers() {
      const gate = new EventTarget();
      answering = new Promise((resolve) => {
        gate.addEventListener('open', () => resolve());
      });
      return () => gate.dispatchEvent(new Event('open'));
    },
    launchWith(launch: typeof launchUrl) {
      launchUrl = launch;
    },
    configure(next: typeof company | null) {
      client = next;
    },
    mailbox: (tokens = newTokens()) => createGmailMailbox({ fetch, tokens, clock, wait }),
  };
}
