import { escapeHtml } from '../mail/escape-html.ts';
import type { PageFacts } from './page-facts.ts';

/** Outlook's page without its mail, filled in by the script. */
export function pageHtml(facts: PageFacts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Mail - ${escapeHtml(facts.mailbox.name)} - Outlook</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sandbox/page.css">
</head>
<body>
<script type="application/json" id="facts">${JSON.stringify(facts).replaceAll('<', String.raw`\u003c`)}</script>
<script src="/sandbox/page.js"></script>
</body></html>`;
}
