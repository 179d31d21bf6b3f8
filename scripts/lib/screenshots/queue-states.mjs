/**
 * Every state of the queue and of a new group mail, with its scene of the gallery.
 * @type {{ title: string, states: readonly import('./states.mjs').State[] }}
 */
export const queueGroup = {
  title: 'Queue and group mail',
  states: [
    {
      name: 'queue',
      press: ['Queue'],
      says: 'What waits and until when, each group mail with how far it is, and the mails in their order with what holds each.',
    },
    {
      name: 'queue-mail',
      scene: 'queue',
      press: ['Queue', 'Lou Park'],
      says: 'One mail: the reason in words, and what can be done.',
    },
    {
      name: 'queue-cancel',
      scene: 'queue',
      press: ['Queue', 'Our prices', 'Cancel'],
      says: 'One group mail. Cancelling asks, and says what has left already.',
    },
    {
      name: 'queue-unsure',
      press: ['Queue'],
      says: 'Mail of which nobody can be sure that it left: a person decides.',
    },
    {
      name: 'queue-gate',
      press: ['Queue'],
      says: 'Google has stopped sending: the queue waits.',
    },
    {
      name: 'queue-elsewhere',
      press: ['Queue'],
      says: 'Another browser or computer sends it.',
    },
    {
      name: 'queue-paused-for-bounces',
      press: ['Queue'],
      says: 'A group mail that stopped by itself.',
    },
    {
      name: 'queue-ended',
      theme: 'dark',
      press: ['Queue'],
      says: 'What has ended, in a dark theme.',
    },
    { name: 'queue-empty', press: ['Queue'], says: 'Nothing waits: the one next step.' },
    {
      name: 'group-mail-no-drafts',
      press: ['Queue', 'New group mail'],
      says: 'A group mail begins with a draft.',
    },
  ],
};
