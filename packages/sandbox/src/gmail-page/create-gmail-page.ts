import { randomBytes } from 'node:crypto';

import type { Google } from '../google/google.ts';
import type { HostHandler } from '../server/tls-server.ts';
import { answerData } from './answer-data.ts';
import { idInKey } from './draft-keys.ts';
import { originalPage } from './original-page.ts';
import type { Delegation, PageAccount } from './page-accounts.ts';
import { createPageAccounts, randomDraftKeys } from './page-accounts.ts';
import type { PageFacts } from './page-facts.ts';
import { pageHtml } from './page-html.ts';
import { bundlePageScript, readPageStyle } from './page-script.ts';
import type { PageSettings } from './page-settings.ts';
import { answerSync } from './sync/answer-sync.ts';
import { createMergeLimit } from './sync/merge-limit.ts';

/** Changes the page before it is served, as Gmail does from one day to the next. */
export type PageVariant = (html: string) => string;

/** What the page needs to know. */
export type GmailPageOptions = {
  readonly google: Pick<Google, 'accounts' | 'aliases' | 'web' | 'switches'>;
  /** Addresses signed in, in the order of /u/0, /u/1. */
  readonly signedIn: readonly string[];
  readonly delegations: readonly Delegation[];
  readonly settings: PageSettings;
  readonly now: () => number;
  readonly variant: () => PageVariant;
};

/** Makes what answers for mail.google.com: the page, its script, its sync traffic and its lists. */
export async function createGmailPage(options: GmailPageOptions): Promise<HostHandler> {
  const { google, signedIn, delegations, settings, now, variant } = options;
  const [script, style] = await Promise.all([bundlePageScript(), readPageStyle()]);
  const mergeLimit = createMergeLimit(now);
  const accounts = createPageAccounts({
    accounts: google.accounts,
    signedIn,
    delegations,
    newKeys: () => randomDraftKeys(() => google.switches.foreignDraftKey),
  });

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const { pathname } = url;
    if (pathname === '/sandbox/page.js') return typed(script, 'text/javascript');
    if (pathname === '/sandbox/page.css') return typed(style, 'text/css');

    const sync = /^\/sync\/(u\/\d+(?:\/d\/[^/]+)?)\/i\/\w+$/.exec(pathname);
    if (sync !== null && request.method === 'POST') {
      const account = accounts.named(sync[1] ?? '');
      if (account === undefined) return notFound();
      return answerSync(account, request, { google, now, mergeLimit });
    }

    const data = /^\/sandbox\/(u\/\d+(?:\/d\/[^/]+)?)\/(\w+)$/.exec(pathname);
    if (data !== null) {
      const account = accounts.named(data[1] ?? '');
      if (account === undefined) return notFound();
      return answerData(account, data[2] ?? '', request, google.web);
    }

    if (pathname === '/' || pathname === '/mail/' || pathname === '/mail') return toAccount(url);
    const page = /^\/mail\/(u\/[^/]+(?:\/d\/[^/]+)?)(?:\/(popout)?)?$/.exec(pathname);
    if (page === null) return notFound();
    const path = decodeURIComponent(page[1] ?? '');
    const view = url.searchParams.get('view');
    if (view === 'om') return serveOriginal(path, url.searchParams.get('permmsgid') ?? '');
    if (view !== null) return notFound();
    const popout = page[2] === undefined ? null : url.searchParams.get('type');
    return servePage(path, popout === null ? null : popout.replace(/^#/, ''));
  }

  function toAccount(url: URL): Response {
    const wanted = accounts.named(url.searchParams.get('authuser') ?? '0');
    return redirect(`/mail/u/${wanted?.number ?? 0}/`);
  }

  function servePage(path: string, popout: string | null): Response {
    const account = accounts.named(path);
    // A token that leads nowhere opens the mailbox of the one who is signed in.
    const owner = account ?? accounts.named(path.replace(/\/d\/.*$/, ''));
    if (account?.path !== path) return redirect(`/mail/${owner?.path ?? 'u/0'}/`);
    const nonce = randomBytes(16).toString('base64');
    const html = pageHtml({ nonce, facts: factsFor(account, popout) });
    const page = typed(variant()(html), 'text/html');
    // As Gmail's own: mail that slipped through the page's care still could not run.
    page.headers.set(
      'content-security-policy',
      `script-src 'self' 'nonce-${nonce}'; object-src 'none'; base-uri 'self'`,
    );
    return page;
  }

  function factsFor({ account, path, number }: PageAccount, popout: string | null): PageFacts {
    const { address, name } = account;
    return {
      path,
      me: { address, name },
      popout,
      undoMs: google.switches.undoMs,
      accounts: accounts
        .all()
        .flatMap((page) =>
          page.number === number ? [page].concat(accounts.delegatedTo(number)) : page,
        )
        .map((page) => ({
          address: page.account.address,
          name: page.account.name,
          path: page.path,
        })),
      aliases: google.aliases(address).map((alias) => ({
        address: alias.address,
        name: alias.name,
      })),
      settings,
      without: [],
      traffic: null,
    };
  }

  function serveOriginal(path: string, messageKey: string): Response {
    const page = accounts.named(path);
    const draft = page && google.web.draft(page.account, messageKey)?.message;
    const message = draft ?? page?.account.find(idInKey(messageKey) ?? '');
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
