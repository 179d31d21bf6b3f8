import type { ExchangeMailbox } from '../exchange/mailbox.ts';
import type { HostHandler } from '../server/tls-server.ts';
import { answerQuestion } from './answer-question.ts';
import { clientNamed } from './clients.ts';
import type { OutlookHostOptions } from './host-options.ts';
import { bundleScript, readStyle } from './library/bundle.ts';
import { readManifest } from './manifest/read-manifest.ts';
import type { PageFacts } from './page-facts.ts';
import { pageHtml } from './page-html.ts';

/**
 * Makes what answers for outlook.office.com (or a company's own server): the page at /mail/ (or /owa/), `?account=`
 * naming who is signed in, `&open=` a mailbox that was shared with them.
 */
export async function createOutlookHost(options: OutlookHostOptions): Promise<HostHandler> {
  const { exchange, controls, shared } = options;
  const [script, style] = await Promise.all([bundleScript('main.ts'), readStyle()]);

  return async (request) => {
    const url = new URL(request.url);
    if (url.pathname === '/sandbox/page.js') return typed(script, 'text/javascript');
    if (url.pathname === '/sandbox/page.css') return typed(style, 'text/css');
    const isPage = /^\/(?:mail|owa)\/?$/.test(url.pathname);
    if (!isPage && !url.pathname.startsWith('/sandbox/'))
      return options.services.elsewhere(request);
    const [first] = exchange.mailboxes();
    const owner = exchange.mailbox(url.searchParams.get('account') ?? first?.address ?? '');
    if (owner === undefined) return new Response('Nobody is signed in.', { status: 404 });
    const open = url.searchParams.get('open');
    const opened = open === null ? owner : mailboxFor(owner, open);
    if (opened === undefined) return new Response('Not shared with you.', { status: 403 });
    const question = /^\/sandbox\/ask\/([\w-]+)$/.exec(url.pathname)?.[1];
    if (question !== undefined) {
      return answerQuestion(question, request, { ...options, owner, mailbox: opened });
    }
    if (!isPage) return new Response('', { status: 404 });
    return typed(pageHtml(factsFor(url, owner, opened)), 'text/html');
  };

  function mailboxFor(owner: ExchangeMailbox, address: string): ExchangeMailbox | undefined {
    return address === owner.address || sharedWith(owner).includes(address)
      ? exchange.mailbox(address)
      : undefined;
  }

  function sharedWith({ address }: ExchangeMailbox): readonly string[] {
    return shared.filter(({ to }) => to === address).map(({ mailbox }) => mailbox);
  }

  function factsFor(url: URL, owner: ExchangeMailbox, opened: ExchangeMailbox): PageFacts {
    const client = clientNamed(exchange.kind === 'server' ? 'on-premises' : controls.client);
    const senders = [owner.address, ...sharedWith(owner)].flatMap((address) => {
      const mailbox = exchange.mailbox(address);
      return mailbox === undefined ? [] : [person(mailbox)];
    });
    const base = exchange.kind === 'online' ? 'https://outlook.office365.com' : url.origin;
    return {
      me: person(owner),
      userPrincipalName: owner.userPrincipalName,
      accountType: exchange.kind === 'online' ? 'office365' : 'enterprise',
      mailbox: person(opened),
      senders,
      client,
      bridgeMissing: controls.defects.has('bridge-missing'),
      settings: { ...controls.settings },
      addin: readManifest(options.manifest, client.mailboxSet),
      ewsUrl: `${base}/EWS/Exchange.asmx`,
      restUrl: `${base}/api`,
    };
  }
}

function person({ name, address }: ExchangeMailbox) {
  return { name, address };
}

function typed(body: string, type: string): Response {
  return new Response(body, {
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' },
  });
}
