/**
 * Every state that only the pane in Outlook has, each with its scene of outlook-scenes.ts.
 * @type {{ title: string, states: readonly import('./states.mjs').State[] }}
 */
export const outlookGroup = {
  title: 'In Outlook',
  states: [
    {
      name: 'outlook-first-run',
      outlook: {},
      says: 'The permissions, in Microsoft’s words and ours.',
    },
    {
      name: 'outlook-server-first-run',
      outlook: {},
      says: 'The same on a company’s own Exchange Server: nobody signs in.',
    },
    {
      name: 'outlook-not-set',
      outlook: {},
      says: 'The company has put no policy.json beside the pages, so there is no app registration.',
    },
    {
      name: 'outlook-policy-broken',
      outlook: {},
      says: 'policy.json has a mistake, and where.',
    },
    {
      name: 'outlook-wrong-client',
      outlook: {},
      says: 'policy.json names an app registration that Microsoft does not know.',
    },
    {
      name: 'outlook-other-account',
      outlook: {},
      says: 'Somebody else signed in than the mailbox that is open belongs to.',
    },
    { name: 'outlook-compose', outlook: {}, says: 'The mail that is being written, followed.' },
    {
      name: 'outlook-compose-dark',
      scene: 'outlook-compose',
      outlook: { scheme: 'dark' },
      says: 'The same, dark.',
    },
    {
      name: 'outlook-compose-suppressed',
      outlook: {},
      says: 'A recipient is suppressed. Outlook refuses the mail at Send.',
    },
    {
      name: 'outlook-refused',
      outlook: { of: 'page' },
      says: 'Send was pressed: what Outlook says in the add-in’s name.',
    },
    {
      name: 'outlook-send-later',
      outlook: {},
      says: 'A time for Exchange to send it, with Outlook closed.',
    },
    {
      name: 'outlook-send-later-contrast',
      scene: 'outlook-send-later',
      outlook: { contrast: true, width: 320 },
      says: 'The same in forced colours, 320 px.',
    },
    {
      name: 'outlook-waiting',
      outlook: {},
      says: 'What waits at Exchange, and until when; each can be taken back.',
    },
    {
      name: 'outlook-cancelled',
      outlook: {},
      says: 'Taken back: deleted at Exchange, and confirmed.',
    },
    {
      name: 'outlook-shared',
      outlook: {},
      says: 'A mail in a shared mailbox is left alone.',
    },
    {
      name: 'outlook-server-compose',
      outlook: {},
      says: 'An Outlook that cannot mark mail nor check it at Send says so where one looks for it.',
    },
    {
      name: 'outlook-server-busy',
      outlook: {},
      says: 'The company’s Exchange Server asks to wait, and until when.',
    },
    {
      name: 'outlook-server-moved',
      outlook: {},
      says: 'The mailbox has moved to Exchange Online.',
    },
    { name: 'outlook-graph-down', outlook: {}, says: 'Microsoft has trouble of its own (503).' },
    { name: 'outlook-no-answer', outlook: {}, says: 'Microsoft’s library did not load.' },
    {
      name: 'outlook-not-in-outlook',
      outlook: {},
      says: 'The page’s address, opened in a browser.',
    },
  ],
};
