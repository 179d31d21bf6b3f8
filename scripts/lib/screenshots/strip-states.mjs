/**
 * Every state of the strip in Gmail, each with its scene of strip-scenes.ts.
 * @type {{ title: string, states: readonly import('./states.mjs').State[] }}
 */
export const stripGroup = {
  title: 'The strip in Gmail',
  states: [
    {
      name: 'strip-follow',
      strip: 'in the page',
      says: 'The switch, and what is left of Google’s limit of messages in 24 hours.',
    },
    { name: 'strip-not-followed', strip: 'in the page', says: 'Switched off for this mail.' },
    { name: 'strip-budget-near', strip: 'in the page', says: 'From 80 % of the limit on.' },
    {
      name: 'strip-budget-over',
      strip: 'in the page',
      says: 'Nothing is left, and when some frees up. It warns and stops nothing.',
    },
    {
      name: 'strip-suppressed',
      strip: 'in the page',
      says: 'Send was pressed, and a recipient is suppressed: why, and the two ways out.',
    },
    {
      name: 'strip-suppressed-why',
      strip: 'in the page',
      says: 'Send anyway asks for a reason, which may stay empty and is kept with the decision.',
    },
    {
      name: 'strip-blocked',
      strip: 'in the page',
      says: 'The company lets no mail go to this domain; it cannot be overruled here.',
    },
    {
      name: 'strip-on-hold',
      strip: 'in the page',
      says: 'A notice that nobody vouches for says that mail bounced: a warning only.',
    },
    {
      name: 'strip-not-connected',
      strip: 'in the page',
      says: 'No mailbox is connected; this one is offered.',
    },
    {
      name: 'strip-reconnect',
      strip: 'in the page',
      says: 'The permission was withdrawn at Google.',
    },
    {
      name: 'strip-other-account',
      strip: 'in the page',
      says: 'Another account is connected; this one is offered and never taken.',
    },
    {
      name: 'strip-switch',
      strip: 'in the page',
      says: 'What becomes of the other account, before Google is asked.',
    },
    {
      name: 'strip-delegated',
      strip: 'in the page',
      says: 'Somebody else’s mailbox: nothing is followed and nothing refused.',
    },
    {
      name: 'strip-confidential',
      strip: 'in the page',
      says: 'Confidential mode is left alone, and encrypted mail in the same way.',
    },
    { name: 'strip-mail-merge', strip: 'in the page', says: 'Gmail’s own mail merge.' },
    {
      name: 'strip-own-server',
      strip: 'in the page',
      says: 'An alias with a server of its own does not leave by Gmail.',
    },
    {
      name: 'strip-outdated',
      strip: 'in the page',
      says: 'Postrider was updated while the tab was open.',
    },
    {
      name: 'strip-resting',
      strip: 'in the page',
      says: 'Nobody knows this window, and the traffic does not tell either.',
    },
    {
      name: 'strip-by-traffic',
      strip: 'in the page',
      says: 'Nobody knows this window, but the traffic is enough to follow its mail.',
    },
    {
      name: 'strip-pop-out',
      scene: 'strip-follow',
      strip: 'in a window of its own',
      says: 'A browser window of its own.',
    },
    {
      name: 'strip-pop-out-suppressed',
      scene: 'strip-suppressed',
      strip: 'in a window of its own',
      says: 'The same with a suppressed recipient.',
    },
  ],
};
