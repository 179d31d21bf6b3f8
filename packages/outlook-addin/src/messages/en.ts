import { english as panelEnglish, type Messages } from '@postrider/shared/ui/messages/en';
import { say } from '@postrider/shared/ui/text/sentence';

import { type MailboxKeeper } from '../office/open-mailbox.ts';
import { firstRunOnline, firstRunOnServer } from './first-run.ts';
import { optionChanges } from './options.ts';
import { queueChanges } from './queue.ts';

/** Every English word of the panel and the settings, as they hold in Outlook for a mailbox and who keeps it. */
export function english(keeper: MailboxKeeper['kind']): Messages {
  const onServer = keeper === 'exchange-server';
  const provider = onServer ? 'Exchange Server' : 'Microsoft';
  const base = panelEnglish({ mail: 'Outlook', provider });
  // Who was asked is not Outlook, as in Gmail it is Gmail.
  const { failure } = panelEnglish({ mail: provider, provider });
  return {
    ...base,
    connection: {
      ...base.connection,
      notConfigured: 'Your company’s app registration is not set',
      notConfiguredWhy:
        'Postrider needs it to reach your mailbox at Microsoft. Your admin sets it for everyone, in the file policy.json.',
      notConnectedWhy:
        'Postrider connects the mailbox that is open here, and no other. Your mail stays in Outlook; no other company sees it.',
    },
    testMail: {
      ...base.testMail,
      sentWhy: 'It stands in the feed, as your other mail does.',
      onItsWayWhy: 'It turns into “Sent” in a moment. Then you can send another one.',
    },
    failure: {
      ...failure,
      unreadableWhy: base.failure.unreadableWhy,
      refusedWhy: (reason) => say`${reason}`,
      noGrant: 'Outlook has no permission for this mailbox at hand.',
      unreachable: 'Postrider does not answer in this pane',
    },
    ...(onServer
      ? {
          feedStates: {
            ...base.feedStates,
            emptyWhy:
              'Send a mail later from this pane. It appears here once it has left, then its reply or bounce.',
          },
        }
      : {}),
    entry: { ...base.entry, leaving: 'Leaving: not yet in Sent' },
    firstRun: { ...base.firstRun, ...(onServer ? firstRunOnServer : firstRunOnline) },
    options: { ...base.options, ...optionChanges },
    ...queueChanges(base),
  };
}
