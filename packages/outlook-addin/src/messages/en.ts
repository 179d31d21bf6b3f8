import { english as panelEnglish, type Messages } from '@postrider/shared/ui/messages/en';

import { firstRunChanges } from './first-run.ts';
import { optionChanges } from './options.ts';

/** What our words call the place this plugin stands in. */
const host = { mail: 'Outlook', provider: 'Microsoft' };

/** Every English word of the panel and the settings, as they hold in Outlook. */
export function english(): Messages {
  const base = panelEnglish(host);
  return {
    ...base,
    connection: {
      ...base.connection,
      notConfigured: 'Your company’s app registration is not set',
      notConfiguredWhy:
        'Postrider needs it to reach your mailbox at Microsoft. Your admin sets it for everyone, in the file policy.json.',
    },
    failure: {
      ...base.failure,
      noGrant: 'Outlook has no permission for this mailbox at hand.',
      unreachable: 'Postrider does not answer in this pane',
    },
    entry: { ...base.entry, leaving: 'Leaving: not yet in Sent' },
    firstRun: { ...base.firstRun, ...firstRunChanges },
    options: { ...base.options, ...optionChanges },
  };
}
