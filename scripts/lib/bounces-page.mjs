/**
 * @typedef {import('../../packages/shared/src/domain/bounce/rules/rule.ts').PhraseRule} PhraseRule
 * @typedef {import('../../packages/shared/src/domain/bounce/rules/rule.ts').StatusRule} StatusRule
 * @typedef {import('../../packages/shared/src/ui/messages/english/bounces.ts').BounceWords} BounceWords
 */

/**
 * The rules that the page is made of.
 * @typedef {{ whoMustAct: Readonly<Record<string, keyof typeof actors>>, hardCategories: ReadonlySet<string>, statusRules: readonly StatusRule[], phrases: readonly PhraseRule[] }} BounceRules
 */

const actors = {
  'contact-data': 'whoever keeps the contact’s data',
  rep: 'you',
  admin: 'your admin',
  nobody: 'nobody',
};

/**
 * docs/bounces.md, written from the rules themselves.
 * @param {BounceRules} rules
 * @param {Readonly<Record<string, BounceWords>>} words What a person is told, by category.
 * @returns {string}
 */
export function bouncesPage(rules, words) {
  const entries = Object.entries(words);
  const rows = entries.map(([category, advice]) => overviewRow(category, advice, rules));
  const sections = entries.map(([category, { title }]) => section(category, title, rules));
  return `<!-- Written by \`npm run docs:bounces\` from packages/shared/src/domain/bounce. Change the rules there. -->

# Why mail bounces, and what to do

A bounce is a notice that a mail was not delivered. Postrider reads it in your own mailbox, says in plain words why,
and what to do. It never guesses a code: where the notice gives none, none is shown.

| What you see | What to do | Who acts | Final |
| --- | --- | --- | --- |
${rows.join('\n')}

**Final** means that nobody need try the address again. A bounce of such a kind is final only where it is proved: the
server refused the address itself, or gave a status code about the address, and did not say "try later" (4.x). A full,
closed or locked mailbox is never final, because it may come back.

A **delay** is no bounce: the server is still trying, and the feed says until when.

## What follows

- **Suppressed**: after a final bounce, or where somebody called your mail spam, Postrider lets no mail leave to that
  address. The list says why, and you can take an address off it; the same notice does not put it there again.
- **On hold**: a notice says that an address does not exist, and nothing proves who wrote it. Anybody who got your mail
  could have: so your mail to that address still leaves, with a word of warning. The hold ends with the next reply.
- **Over your limit**: Google accepted the mail and stopped it minutes later. It is shown as not sent, nobody is marked,
  and nothing leaves in the background until the time that Google names (else an hour, longer if it happens again).
- **Bounces we could not match**: the notice does not say which mail it means. Choose it with one click; you can take
  that back.
- Mail to several people bounces only for those whom the notice names. A reply, or a later mail that arrives, clears
  what was not final.

## For admins: how each is told

Known words of a notice stand above its status code, since many servers send a code that does not fit; a vendor's own
words stand above common ones; general words decide only where there is no code. A status code is shown without its
first digit, which only tells now (4) from for good (5); one that ends in a dot stands for all that begin so. The sign
… stands for up to 80 other characters.

${sections.join('\n\n')}
`;
}

/**
 * @param {string} category
 * @param {BounceWords} about
 * @param {BounceRules} rules
 */
function overviewRow(category, { title, advice }, { whoMustAct, hardCategories }) {
  const who = whoMustAct[category] ?? 'nobody';
  return `| ${title} | ${advice} | ${actors[who]} | ${hardCategories.has(category) ? 'if proved' : 'no'} |`;
}

/**
 * @param {string} category
 * @param {string} title
 * @param {BounceRules} rules
 */
function section(category, title, { statusRules, phrases }) {
  const codes = statusRules
    .filter((rule) => rule.category === category)
    .map((rule) => `- \`${rule.status}\` (${rule.source})`);
  const words = bySource(phrases.filter((rule) => rule.category === category));
  const parts = [`### ${title} (\`${category}\`)`];
  if (codes.length > 0) parts.push(`Status codes:\n\n${codes.join('\n')}`);
  if (words.length > 0) parts.push(`Words:\n\n${words.join('\n')}`);
  if (parts.length === 1) parts.push('What no rule knows.');
  return parts.join('\n\n');
}

/** @param {readonly PhraseRule[]} phrases */
function bySource(phrases) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const { source, words } of phrases) {
    const group = groups.get(source) ?? [];
    if (!group.includes(words)) group.push(words);
    groups.set(source, group);
  }
  return [...groups].map(
    ([source, words]) => `- ${source}: ${words.map((one) => `“${one}”`).join(', ')}`,
  );
}
