import { say } from '../../text/sentence.ts';
import type { HostNames } from '../host-names.ts';
import { chromePermissions } from './chrome-permissions.ts';

/** The words of the first run: what Postrider is, what it asks for, connecting, the test mail. */
export function firstRunWords({ mail, provider }: HostNames) {
  return {
    step: (at: number, of: number) => `${at} of ${of}`,
    next: 'Continue',
    back: 'Back',
    skip: 'Skip',
    what: 'Postrider tells you what became of your mail',
    whatLines: [
      `You write and send in ${mail} as you always did. Mail leaves from your own mailbox, and Undo works as before.`,
      'Here you see when it left, who replied, and what bounced and why.',
    ],
    reads: 'What it reads',
    readsLines: [
      'From now on: who, subject and time of what you send and what answers it. Whole messages only where they look like a bounce notice.',
      `How many messages you sent in the last 24 hours, to tell how far you are from ${provider}'s limit.`,
      'All of it stays in this browser. No other company sees it.',
    ],
    permissions: 'What it asks for, and why',
    permissionList: chromePermissions({ mail, provider }),
    connectWhy: `${provider} words the permission as “Read, compose, and send emails from your ${mail} account”. Postrider reads to fill the feed, and sends only what you ask it to, such as a test mail.`,
    connectBack: `You can take it back at any time, here or in your ${provider} account.`,
    connected: (account: string) => say`${account} is connected`,
    connectedWhy:
      'Send yourself a test mail to see the feed work. It leaves from your mailbox and goes to nobody else.',
    toFeed: 'Go to the feed',
  };
}

/** The words of the test mail and of what became of it. */
export function testMailWords({ mail }: HostNames) {
  return {
    send: 'Send me a test mail',
    sending: 'Sending…',
    leaving: 'Leaving: your test mail',
    sent: 'Your test mail has left',
    sentWhy:
      'It stands in the feed and turns into “Sent” within a minute, as your other mail does.',
    onItsWay: 'A test mail is on its way already',
    onItsWayWhy: 'It turns into “Sent” within a minute. Then you can send another one.',
    notConnected: 'No mailbox is connected',
    failed: 'The test mail was not sent',
    unknown: 'It is not known whether the test mail left',
    unknownWhy: `If it did, it appears in the feed by itself. If not, try again in two minutes.`,
    subject: 'Postrider test mail',
    text: `This mail shows that Postrider works: it left from your own mailbox in ${mail}, and Postrider saw it in Sent.\n\nYou can delete it.`,
  };
}
