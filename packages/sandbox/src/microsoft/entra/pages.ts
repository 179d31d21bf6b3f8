import { escapeHtml } from '../../mail/escape-html.ts';
import type { Client, Person } from '../directory.ts';
import { scopeWords } from './scopes.ts';

const style = `
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f2f2f2; font: 15px/1.4 'Segoe UI', system-ui, sans-serif; color: #1b1b1b }
main { background: #fff; padding: 44px; width: min(352px, 90vw); box-shadow: 0 2px 6px rgb(0 0 0 / 20%) }
h1 { font-size: 24px; font-weight: 600; margin: 0 0 16px }
button { font: inherit; cursor: pointer }
.account { display: block; width: 100%; padding: 12px 8px; border: 0; border-top: 1px solid #ddd; background: none; text-align: left }
.account:hover, .account:focus-visible { background: #eee }
small { display: block; color: #555 }
.actions { display: flex; justify-content: flex-end; gap: 8px; margin-top: 24px }
.actions button { min-width: 108px; padding: 6px 12px; border: 0; background: #ccc }
.actions .main { background: #0067b8; color: #fff }`;

const page = (title: string, content: string, status = 200): Response =>
  new Response(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${style}</style></head><body><main><h1>${escapeHtml(title)}</h1>${content}</main></body></html>`,
    {
      status,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    },
  );

/** Where the person says which account. */
export const pickPage = (people: readonly Person[]): Response =>
  page(
    'Pick an account',
    `<form method="post">${people
      .map(
        ({ mailbox }) =>
          `<button class="account" name="account" value="${escapeHtml(mailbox.address)}">${escapeHtml(mailbox.name)}<small>${escapeHtml(mailbox.userPrincipalName)}</small></button>`,
      )
      .join('')}</form>`,
  );

/** Where the person agrees to what an app asks for, or does not. */
export const consentPage = (
  { mailbox }: Person,
  client: Client,
  scopes: readonly string[],
): Response =>
  page(
    'Permissions requested',
    `<p>${escapeHtml(mailbox.userPrincipalName)}</p><p><b>${escapeHtml(client.name)}</b></p><p>This app would like to:</p><ul>${scopes
      .map((scope) => `<li>${escapeHtml(scopeWords[scope] ?? scope)}</li>`)
      .join(
        '',
      )}</ul><form method="post"><input type="hidden" name="account" value="${escapeHtml(mailbox.address)}"><div class="actions"><button name="decision" value="cancel">Cancel</button><button class="main" name="decision" value="accept">Accept</button></div></form>`,
  );

/** What went wrong where nobody can be told but the person. */
export const errorPage = (description: string): Response =>
  page('Sorry, but we’re having trouble signing you in.', `<p>${escapeHtml(description)}</p>`, 400);
