import { randomBytes } from 'node:crypto';

import type { Google } from '../google/google.ts';
import type { HostHandler } from '../server/tls-server.ts';
import { answerData } from './answer-data.ts';
import { idInKey } from './draft-keys.ts';
import { originalPage } from './original-page.ts';
import { createPageAccounts } from './page-accounts.ts';
import { pageHtml } from './page-html.ts';
import { bundlePageScript, readPageStyle } from './page-script.ts';
import { answerSync } from './sync/answer-sync.ts';

/** Changes the page before it is served, as Gmail does from one day to the next. */
export type PageVariant = (html: string) => string;

/** What the page needs to know. */
export type GmailPageOptions = {
  readonly google: Pick<Google, 'accounts' | 'web' | 'switches'>;
  /** Addresses signed in, in the order of /u/0, /u/1. */
  readonly signedIn: readonly string[];
  readonly now: () => number;
  readonly variant: () => PageVariant;
};

/** Makes what answers for mail.google.com: the page, its script, its sync traffic and its lists. */
export async function createGmailPage(options: GmailPageOptions): Promise<HostHandler> {
  const { google, signedIn, now, variant } = options;
  const [script, style] = await Promise.all([bundlePageScript(), readPageStyle()]);
  const accounts = createPageAccounts(google.accounts, signedIn);

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const { pathname } = url;
    if (pathname === '/sandbox/page.js') return typed(script, 'text/javascript');
    if (pathname === '/sandbox/page.css') return typed(style, 'text/css');

    const sync = /^\/sync\/u\/([^/]+)\/i\/s$/.exec(pathname);
    if (sync !== null && request.method === 'POST') {
      const account = accounts.named(sync[1] ?? '');
      if (account === undefined) return notFound();
      return answerSync(account, await request.text(), { web: google.web, now });
    }

    const data = /^\/sandbox\/u\/(\d+)\/(\w+)$/.exec(pathname);
    if (data !== null) {
      const account = accounts.named(data[1] ?? '');
      if (account === undefined) return notFound();
      return answerData(account, data[2] ?? '', request, google.web);
    }

    if (pathname === '/' || pathname === '/mail/' || pathname === '/mail') return toAccount(url);
    const page = /^\/mail\/u\/([^/]+)\/?$/.exec(pathname);
    if (page === null) return notFound();
    const name = decodeURIComponent(page[1] ?? '');
    const view = url.searchParams.get('view');
    if (view === 'om') return serveOriginal(name, url.searchParams.get('permmsgid') ?? '');
    return view === null ? servePage(name) : notFound();
  }

  function toAccount(url: URL): Response {
    const wanted = accounts.named(url.searchParams.get('authuser') ?? '0');
    return redirect(`/mail/u/${wanted?.number ?? 0}/`);
  }

  function servePage(name: string): Response {
    const account = accounts.named(name);
    if (account === undefined) return redirect('/mail/u/0/');
    if (String(account.number) !== name) return redirect(`/mail/u/${account.number}/`);
    const nonce = randomBytes(16).toString('base64');
    const html = pageHtml({
      nonce,
      address: account.account.address,
      name: account.account.name,
      number: account.number,
      undoMs: google.switches.undoMs,
      accounts: accounts
        .all()
        .map(({ account: { address, name: person } }) => ({ address, name: person })),
    });
    const page = typed(variant()(html), 'text/html');
    // As Gmail's own: mail that slipped through the page's care still could not run.
    page.headers.set(
      'content-security-policy',
      `script-src 'self' 'nonce-${nonce}'; object-src 'none'; base-uri 'self'`,
    );
    return page;
  }

  function serveOriginal(name: string, messageKey: string): Response {
    const page = accounts.named(name);
    const id = idInKey(messageKey);
    const message =
      id === undefined
        ? page && google.web.draft(page.account, messageKey)?.message
        : page?.account.find(id);
    return message === undefined ? notFound() : typed(originalPage(message), 'text/html');
  }

  return answer;
}

function typed(body: string, type: string): Response {
  return new Response(body, {
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' },
  });
}

function redirect(path: string): Response {
  return new Response(null, { status: 302, headers: { location: path } });
}

function notFound(): Response {
  return new Response('Not found', { status: 404 });
}
