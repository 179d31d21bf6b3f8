import { outlookGroup } from './outlook-states.mjs';
import { queueGroup } from './queue-states.mjs';
import { stripGroup } from './strip-states.mjs';

/**
 * Every state of the panel, the settings, the strip and the pane in Outlook, with the scene that plays it: the gallery's,
 * or where `strip` says where the strip's window stands, one of strip-scenes.ts, or where `outlook` says how it is shown,
 * one of outlook-scenes.ts. `press`: names of buttons and tabs
 * pressed first, in order. docs/states.md and docs/images/ui-*.png are written from this list.
 * @typedef {{
 *   name: string,
 *   says: string,
 *   scene?: string,
 *   theme?: 'light' | 'dark',
 *   language?: 'german' | 'japanese' | 'arabic',
 *   press?: readonly string[],
 *   width?: number,
 *   strip?: 'in the page' | 'in a window of its own',
 *   outlook?: import('./outlook-pictures.ts').OutlookLook,
 * }} State
 * @type {readonly { title: string, states: readonly State[] }[]}
 */
export const groups = [
  {
    title: 'First run',
    states: [
      {
        name: 'first-run',
        says: 'The first screen: what Postrider does, and what it reads for it. Not shown where the company has set the client.',
      },
      {
        name: 'first-run-permissions',
        scene: 'first-run',
        press: ['Continue'],
        says: 'The second: each permission with its why.',
      },
      {
        name: 'first-run-connect',
        scene: 'first-run',
        press: ['Continue', 'Continue'],
        says: 'The third: connecting, with the domains that the company allows.',
      },
      {
        name: 'first-run-no-client',
        scene: 'first-run-not-configured',
        press: ['Continue', 'Continue'],
        says: 'The same where nobody has set a client yet.',
      },
      {
        name: 'first-run-connected',
        says: 'Connected: a test mail to oneself shows the feed working.',
      },
      {
        name: 'test-mail-sent',
        scene: 'first-run-connected',
        press: ['Send me a test mail'],
        says: 'It has left, and the feed begins.',
      },
      {
        name: 'test-mail-stopped',
        press: ['Send me a test mail'],
        says: 'It could not be sent, and why.',
      },
    ],
  },
  {
    title: 'Connection',
    states: [
      { name: 'not-configured', says: 'No client is set.' },
      {
        name: 'not-connected',
        says: 'The client is set, and no mailbox is connected. With a client set by policy this is the first thing a rep sees.',
      },
      {
        name: 'domain-not-allowed',
        press: ['Connect Gmail'],
        says: 'An account outside the domains that the company allows was chosen.',
      },
      {
        name: 'other-account',
        press: ['Account', 'Reconnect'],
        says: 'Another account than the connected one was chosen; it is never taken over.',
      },
      { name: 'cancelled', press: ['Connect Gmail'], says: 'The consent was closed.' },
      {
        name: 'reconnect-needed',
        says: 'The permission was withdrawn at Google; one click connects again.',
      },
      { name: 'not-allowed', says: 'The company has narrowed its domains since.' },
      { name: 'account-menu', scene: 'feed', press: ['Account'], says: 'The account menu.' },
    ],
  },
  {
    title: 'Feed',
    states: [
      {
        name: 'feed',
        scene: 'consequences',
        says: 'A morning: replies, bounces and what they led to, delays, what was sent.',
      },
      { name: 'feed-dark', scene: 'consequences', theme: 'dark', says: 'The same, dark.' },
      {
        name: 'feed-bounce',
        scene: 'consequences',
        press: ['j.doe@initech.com bounced'],
        says: 'A bounce, opened: who, why, the code, the other server’s words, what to do.',
      },
      { name: 'leaving', says: 'A mail that Gmail’s Undo can still take back.' },
      { name: 'empty', says: 'Nothing was sent yet.' },
      { name: 'loading', says: 'The feed takes longer than 300 ms.' },
      { name: 'failed', says: 'The feed could not be read.' },
      { name: 'unreadable', says: 'Some messages could not be read after many tries.' },
    ],
  },
  {
    title: 'Trouble on the way',
    states: [
      { name: 'offline', says: 'The device is offline.' },
      { name: 'rate-limited', says: 'Gmail asks to wait, and until when.' },
      { name: 'server-error', says: 'Gmail has trouble of its own.' },
      { name: 'unreachable', says: 'The worker does not answer.' },
      { name: 'storage-full', says: 'The browser’s storage is full.' },
      {
        name: 'storage-lost',
        says: 'The browser’s storage was emptied; what mail proves is read again.',
      },
      {
        name: 'resting',
        says: 'Postrider rests: mail leaves as usual, untracked, and an admin gets a report.',
      },
      {
        name: 'resting-report',
        scene: 'resting',
        press: ['See report'],
        theme: 'dark',
        says: 'The report, letter for letter as it is copied.',
      },
    ],
  },
  {
    title: 'Sending budget',
    states: [
      {
        name: 'budget',
        scene: 'feed',
        press: ['1,412 of'],
        says: 'What counts, whose limit it is and of when, what frees up next.',
      },
      { name: 'budget-near', says: 'From 80 % on it warns.' },
      { name: 'budget-over', says: 'Nothing is left; when some frees up.' },
      { name: 'budget-counting', says: 'The mailbox is still being counted.' },
      { name: 'sending-gate', theme: 'dark', says: 'Google has stopped the mailbox’s sending.' },
    ],
  },
  {
    title: 'Who can be written to',
    states: [
      {
        name: 'suppressed',
        press: ['Account', 'Suppressed addresses'],
        says: 'Suppressed addresses and those on hold, why, and what the company blocks.',
      },
      {
        name: 'suppressed-why',
        scene: 'suppressed',
        press: ['Account', 'Suppressed addresses', 'Undo: person1@'],
        says: 'Taking one off: a reason may be given.',
      },
      {
        name: 'suppressed-undone',
        scene: 'suppressed',
        press: ['Account', 'Suppressed addresses', 'Undo: person1@', 'Take off the list'],
        says: 'One was taken off and can be put back to what it was.',
      },
      {
        name: 'suppressed-add',
        scene: 'suppressed',
        press: ['Account', 'Suppressed addresses', 'Add an address'],
        theme: 'dark',
        says: 'One is added by hand, with a reason.',
      },
      {
        name: 'suppressed-none',
        press: ['Account', 'Suppressed addresses'],
        says: 'No address is suppressed.',
      },
      { name: 'unmatched-line', scene: 'unmatched', says: 'Bounces wait to be matched by hand.' },
      {
        name: 'unmatched',
        press: ['2 bounces could'],
        says: 'Each with the mails it may be about; one press matches, and can be undone.',
      },
    ],
  },
  queueGroup,
  stripGroup,
  outlookGroup,
  {
    title: 'Settings',
    states: [
      { name: 'settings', width: 640, says: 'Everything set by hand.' },
      { name: 'settings-policy', width: 640, says: 'What the company has set cannot be changed.' },
    ],
  },
  {
    title: 'Other languages',
    states: [
      {
        name: 'german',
        scene: 'consequences',
        language: 'german',
        width: 320,
        says: 'English with the lengths of German, 320 px.',
      },
      {
        name: 'japanese',
        scene: 'consequences',
        language: 'japanese',
        says: 'English in the lengths and script of Japanese.',
      },
      {
        name: 'arabic',
        scene: 'consequences',
        language: 'arabic',
        says: 'English in the script and direction of Arabic.',
      },
    ],
  },
];

/** The page that lists them all. */
export function statesPage() {
  const parts = groups.map(({ title, states }) =>
    [
      `## ${title}`,
      ...states.map(
        ({ name, says }) => `### ${name}\n\n${says}\n\n![${says}](images/ui-${name}.png)`,
      ),
    ].join('\n\n'),
  );
  return [
    '# Every state, with its picture',
    'Written by `npm run screenshots` out of the gallery, which plays each state over a backend in memory (`npm run gallery -w packages/shared` to play with them); the strip stands in the sandbox’s Gmail, and the pane in Outlook is the built add-in in the sandbox’s Outlook. The same scenes of the panel are what the tests go through: axe, light and dark, 320 to 400 px.',
    ...parts,
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}
