import type { FeedKind, FeedTime } from '../store/feed-filter.ts';
import { say } from '../text/sentence.ts';
import { bounceWords } from './english/bounces.ts';
import { budgetWords } from './english/budget.ts';
import { list, many } from './english/counting.ts';
import { firstRunWords, testMailWords } from './english/first-run.ts';
import { groupMailWords } from './english/group-mail.ts';
import { queueWords } from './english/queue.ts';
import { restingWords } from './english/resting.ts';
import { storageWords } from './english/storage.ts';
import { suppressedWords, unmatchedWords } from './english/suppressed.ts';
import type { HostNames } from './host-names.ts';

/** A language by its BCP 47 tag, and the direction it is written in. */
type Language = { readonly tag: string; readonly direction: 'ltr' | 'rtl' };

const language: Language = { tag: 'en', direction: 'ltr' };

/** Every English word of the panel and the settings page, for a host. Another language is another function of this type. */
export function english(host: HostNames) {
  const { mail, provider } = host;
  return {
    language,
    product: 'Postrider',
    noSubject: '(no subject)',
    feed: 'Feed',
    settings: 'Settings',
    undo: 'Undo',
    tryAgain: 'Try again',
    connect: `Connect ${mail}`,
    reconnect: 'Reconnect',
    disconnect: 'Disconnect',
    connecting: `Waiting for ${provider}…`,
    close: 'Close',
    openMail: `Open in ${mail}`,
    back: 'Back',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Select and copy it yourself',

    firstRun: firstRunWords(host),
    testMail: testMailWords(host),
    budget: budgetWords(host),
    queue: queueWords(host),
    groupMail: groupMailWords(host),
    bounces: bounceWords,
    suppressed: suppressedWords(host),
    unmatched: unmatchedWords(host),
    resting: restingWords(host),
    storage: storageWords(host),

    account: {
      label: (address: string | null, state: string) =>
        address === null ? `Account: ${state}` : `Account ${address}: ${state}`,
      states: {
        'not-configured': 'Not set up',
        'not-connected': 'Not connected',
        connected: 'Connected',
        problem: 'Connected, with a problem',
        'reconnect-needed': 'Needs to be connected again',
        'not-allowed': 'Not allowed by your company any more',
        resting: 'Connected, and resting',
      },
    },

    connection: {
      notConfigured: `Your company's ${provider} client is not set`,
      notConfiguredWhy: `Postrider needs it to reach ${mail}. Your admin can set it for everyone, or you can enter it in the settings.`,
      openSettings: 'Open settings',
      notConnected: `Connect your mailbox`,
      notConnectedWhy: `${provider} shows you the account before anything is connected. Your mail stays in ${mail}; no other company sees it.`,
      allowedDomains: (domains: readonly string[]) =>
        `Only accounts at ${list('any', domains)} can be connected.`,
      reconnect: `${provider} asks you to connect again`,
      reconnectWhy:
        'Replies and bounces are not seen until you do. Nothing is lost: they are read afterwards.',
      notAllowed: 'Your company does not allow this account any more',
      notAllowedWhy: 'Nothing is read or sent for it. Ask your admin, or disconnect it.',
      cancelled: 'Connecting was cancelled. Nothing was changed.',
      domainNotAllowed: (account: string) => say`${account} was not connected.`,
      otherAccount: (account: string) => say`${account} was not connected.`,
      otherAccountWhy: (connected: string) =>
        say`${connected} is connected here. To change the account, disconnect it first.`,
      otherMailbox: (account: string) => say`${account} was not connected.`,
      otherMailboxWhy: (open: string) =>
        say`It is not the mailbox that is open: ${open}. Sign in with the account of that mailbox.`,
      tenantNotAllowed: (account: string) => say`${account} was not connected.`,
      tenantNotAllowedWhy: 'It belongs to an organisation that your company has not allowed.',
    },

    failure: {
      rateLimited: (until: string | null) =>
        until === null ? `${mail} asks to wait a little` : `${mail} asks to wait until ${until}`,
      unreadable: (count: number) =>
        `${count} ${many(count, 'message', 'messages')} could not be read`,
      unreadableWhy: `Postrider has tried many times. Everything else goes on; a reply or bounce among them shows in ${mail} only.`,
      rateLimitedWhy: 'Postrider looks again by itself. Trying earlier only makes the wait longer.',
      revoked: `Your permission was withdrawn at ${provider}, or it has run out.`,
      noGrant: `This browser no longer holds your permission from ${provider}.`,
      scope: `The permission is too small. When ${provider} asks, leave every box ticked.`,
      refused: `${mail} refuses to answer`,
      refusedWhy: (reason: string) => say`It says: ${reason}`,
      offline: 'You are offline',
      offlineWhy: 'The feed goes on as soon as there is a network. Mail leaves as usual.',
      timeout: `${mail} did not answer in time`,
      serverError: `${mail} has trouble of its own`,
      malformed: `${mail} gave an answer that cannot be read`,
      retryWhy: 'Nothing is lost. Postrider looks again by itself, or you can look now.',
      unreachable: 'Postrider does not answer in this browser',
      unreachableWhy: 'Try again. If that does not help, close and open the panel.',
      broken: 'This page met a fault of its own',
      brokenWhy: 'Your mail is not touched by it. Open the page again to go on.',
      reload: 'Open again',
    },

    look: {
      never: 'Not looked yet',
      at: (when: string) => `Looked at ${when}`,
      looking: 'Looking…',
      now: 'Look now',
    },

    filter: {
      kind: 'Kind',
      time: 'Time',
      search: 'Search people, subjects',
      kinds: {
        all: 'All',
        replies: 'Replies',
        bounces: 'Bounces',
        sent: 'Sent',
        delayed: 'Delayed',
        'not-sent': 'Not sent',
        'auto-replies': 'Automatic replies',
        complaints: 'Complaints',
      } satisfies Record<FeedKind, string>,
      times: {
        any: 'Any time',
        today: 'Today',
        week: '7 days',
        month: '30 days',
      } satisfies Record<FeedTime, string>,
    },

    feedStates: {
      loading: 'Reading the feed',
      empty: 'Nothing here yet',
      emptyWhy: `Write a mail in ${mail} and leave “Follow” on. It appears here once it has left, then its reply or bounce.`,
      nothingFound: 'Nothing matches',
      nothingFoundWhy: 'No entry has this kind, time and text together.',
      clearFilter: 'Show all',
      failed: 'The feed could not be read',
      moreFailed: 'Older entries could not be read.',
      end: 'That is all',
      today: 'Today',
      yesterday: 'Yesterday',
      newAbove: (count: number) => `${count} new ${many(count, 'entry', 'entries')}`,
      announceMany: (count: number, newest: string) => `${count} new entries. Newest: ${newest}`,
    },

    entry: {
      leaving: `Leaving: ${mail} can still undo`,
      to: (who: string, more: number) =>
        more === 0 ? say`To ${who}` : say`To ${who} + ${String(more)} more`,
      sent: (who: string, more: number) =>
        more === 0 ? say`Sent to ${who}` : say`Sent to ${who} + ${String(more)} more`,
      sentToNobody: 'Sent',
      replied: (who: string) => say`${who} replied`,
      autoReplied: (who: string) => say`Automatic reply from ${who}`,
      bounced: (who: string) => say`${who} bounced`,
      delayed: (who: string) => say`Delayed: ${who}`,
      complained: (who: string) => say`${who} reported spam`,
      notSent: {
        'sender-limit': `Not sent: ${provider}'s limit`,
        'sender-not-allowed': `Not sent: ${provider} did not allow it`,
      },
      withCode: (title: string, code: string) => `${title} (${code})`,
      stillTrying: 'Still trying',
      stillTryingUntil: (until: string) => `Still trying until ${until}`,
      notFollowed: 'not followed',
      act: {
        'contact-data': 'Check the address',
        rep: 'Needs you',
        admin: 'Needs your admin',
        nobody: 'Nothing to do',
      },
    },

    details: {
      to: 'To',
      when: 'When',
      why: 'Why',
      code: 'Code',
      noCode: 'None given',
      words: 'The other server said',
      todo: 'What to do',
      complaintWhy: 'They, or their mail program, reported your mail as spam.',
      complaintTodo: 'Do not write to them again unless they ask you to.',
      since: 'Since then',
      clearedBy: {
        reply: (when: string) => `Somebody answered from this address (${when}). It works.`,
        'later-mail': (when: string) => `A later mail did not bounce (${when}). Write again.`,
        time: (when: string) => `No bounce came until ${when}. The mail has most likely arrived.`,
      },
      notFollowedWhy: '“Follow” was off for this mail, or it was sent without Postrider.',
      notFollowed: 'Not followed',
    },

    options: {
      title: 'Postrider settings',
      saved: 'Saved',
      byCompany: 'Set by your company. It cannot be changed here.',
      mailbox: 'Mailbox',
      mailboxConnected: (account: string, works: boolean) =>
        works ? say`Connected to ${account}` : say`${account} needs to be connected again`,
      anyDomain: 'Any account can be connected; your company has set no domains.',
      disconnectWhy: 'Mail leaves as usual without it. You can connect again at any time.',
      needsClient: `Enter the ${provider} client below first.`,
      client: `${provider} client`,
      clientWhy: `Postrider reaches ${mail} through your company's own ${provider} client. Make one in Google Cloud as “Web application”, user type “Internal”.`,
      clientId: 'Client ID',
      clientIdHint: 'It ends in .apps.googleusercontent.com',
      clientIdInvalid: 'This is not a client ID. It ends in .apps.googleusercontent.com',
      clientSecret: 'Client secret',
      clientSecretHint: 'It is kept in this browser and never shown again.',
      clientSecretInvalid: 'Enter the client secret that stands beside the client ID.',
      save: 'Save client',
      clientNotSet: 'Not set. Your company’s policy sets it.',
      clientChange: 'Saving another client means that you connect again.',
      redirectUri: 'Redirect URI, to enter there letter for letter',
      scope: 'Permission it asks for',
      newMail: 'New mail',
      follow: 'Follow new mail',
      followWhy: `“Follow” starts switched on in every compose window. You can switch it for each mail.`,
      stored: 'What is stored, and where',
      storedHere: [
        'In this browser: the feed (who, subject, when, and why mail bounced), which mails are followed, your settings, and your permission from ' +
          `${provider}.`,
        `In ${mail}: all of your mail. Postrider keeps no copy of it.`,
        'Anywhere else: nothing.',
      ],
      storedEvents: (count: number, shown: string) =>
        `${shown} ${many(count, 'entry', 'entries')} in the feed of this mailbox.`,
      clear: 'Clear feed',
      clearWhy: `Lost: every entry listed until now. A bounce of or reply to mail from before is then marked “not followed”. Kept: your mail in ${mail}, the connection, settings and decisions.`,
      clearing: (seconds: number) => `The feed is cleared in ${seconds} s.`,
      cleared: 'The feed is cleared. New entries appear from now on.',
      failed: 'That did not work. Nothing was changed. Try again.',
    },
  };
}

/** The words in one language, for one host. */
export type Messages = ReturnType<typeof english>;
