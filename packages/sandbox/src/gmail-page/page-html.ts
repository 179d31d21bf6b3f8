import { escapeHtml } from '../mail/escape-html.ts';
import { composeTemplate } from './compose-template.ts';
import type { PageFacts } from './page-facts.ts';

/** What the page is drawn for. */
export type PageOptions = {
  readonly facts: PageFacts;
  /** Lets the page's own inline script run, and no other. */
  readonly nonce: string;
};

/**
 * Gmail's page without its mail: the containers that Gmail's own page has (names as InboxSDK
 * 2.2.26 looks for them), filled in by the script.
 */
export function pageHtml({ facts, nonce }: PageOptions): string {
  const title = facts.popout === null ? 'Inbox' : 'Compose Mail';
  return `<!doctype html>
<html lang="en" class="aAX">
<head>
<meta charset="utf-8">
<title>${title} - ${escapeHtml(facts.me.address)} - Gmail</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sandbox/page.css">
<script nonce="${nonce}">var GLOBALS=${inScript(globals(facts))};var GM_ACTION_TOKEN='action';var GM_SPT_ENABLED='true';
var SANDBOX=${inScript(facts)};</script>
</head>
${facts.popout === null ? mailbox() : popout()}
<template id="compose-window">${composeTemplate()}</template>
<script src="/sandbox/page.js"></script>
</body></html>`;
}

function mailbox(): string {
  return `<body class="aAU" jscontroller="sandbox">
<div class="vI8oZc yL"><div class="nH"><div class="nH bAw">
${header()}
<div class="no">${leftNavigation()}${content()}${sidePanel()}</div>
</div></div>
${composeArea()}
</div>`;
}

// A window of its own: `xE xp` on the body and the form straight under the main area, as InboxSDK knows it.
function popout(): string {
  return `<body class="xE xp" jscontroller="sandbox"><div class="sb_popout" role="main"></div>`;
}

// The places that InboxSDK reads: [4] the language, [9] the account's key, [10] the address. In a
// mailbox that was delegated, [10] is the mailbox's own: InboxSDK adds it to the list of who is signed in.
function globals({ me }: PageFacts): readonly unknown[] {
  const known: Record<number, unknown> = {
    4: 'gmail.en.sandbox',
    9: '1a2b3c4d5e',
    10: me.address,
    17: [],
  };
  return Array.from({ length: 40 }, (_, place) => known[place] ?? null);
}

function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}

function header(): string {
  return `<div class="nH oy8Mbf qp"><header role="banner" class="gb_Da">
<div class="gb_menu"><div><div class="gb_burger" role="button" tabindex="0" aria-label="Main menu" aria-expanded="true"></div>
<a class="gb_logo" href="#inbox" aria-label="Gmail"><span>Gmail</span></a></div></div>
<div class="gb_search"><form role="search" class="bas" id="aso_search_form_anchor">
<button type="submit" class="gb_find" aria-label="Search mail"></button>
<input aria-label="Search mail" name="q" placeholder="Search mail" autocomplete="off"></form></div>
<div class="gb_account" aria-label="Account Information"></div>
</header></div>`;
}

function leftNavigation(): string {
  return `<div class="aeN WR nH oy8Mbf nn" role="navigation"><div class="aic"><div class="z0">
<div class="T-I T-I-KE L3" role="button" tabindex="0" gh="cm"><span class="gb_pen"></span>Compose</div></div></div>
<div class="wT"><div class="n3"><div class="byl"><div class="TK"></div></div></div></div></div>`;
}

function content(): string {
  return `<div class="nH bkK nn"><div class="nH"><div class="nH ar4 z"><div class="aeI"><div class="AO"><div class="Tm aeJ"><div class="aeF"><div class="nH">
<div class="BltHke nH oy8Mbf" role="main"></div>
</div></div></div></div></div></div></div></div>`;
}

function sidePanel(): string {
  return `<div class="nH bAw nn aUx"><div class="WN9Ejb" style="display:none"><div class="brC-brG"></div></div>
<div class="brC-aT5-aOt-Jw" role="complementary" aria-label="Side panel"><div role="tablist"></div></div></div>`;
}

function composeArea(): string {
  return `<div class="dw"><div><div class="nH"><div class="nH"><div class="no">
<div class="nH nn aJl"></div><div class="nH nn"><div class="AD"></div></div>
</div></div></div></div></div>`;
}
