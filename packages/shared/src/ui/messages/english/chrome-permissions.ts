import type { HostNames } from '../host-names.ts';

/** One thing the extension may do. `of`: the entries of the manifest behind it (docs/permissions.md). */
type PermissionWords = {
  readonly of: readonly string[];
  readonly name: string;
  readonly why: string;
};

/** Every permission of the manifest in a rep's words; a test compares the two. */
export function chromePermissions({ mail, provider }: HostNames): readonly PermissionWords[] {
  return [
    {
      of: ['https://gmail.googleapis.com/*', 'https://oauth2.googleapis.com/*'],
      name: `Your mailbox, through ${provider}'s interface`,
      why: `To see what was sent, answered or bounced. You give it yourself, at ${provider}, in the next step.`,
    },
    {
      of: ['https://mail.google.com/*', 'scripting'],
      name: `The page of ${mail}`,
      why: `For the line under the compose window, to see when ${mail} sends, and to open a mail from the feed.`,
    },
    {
      of: ['identity'],
      name: `${provider}'s sign-in window`,
      why: 'To open it and hear its answer. Postrider never sees your password.',
    },
    {
      of: ['declarativeNetRequest'],
      name: 'Block content on any page',
      why: `So Chrome words it. The rules touch the page of ${mail} only: they keep a library in it from reporting to its maker.`,
    },
    {
      of: ['alarms'],
      name: 'A timer',
      why: 'To look into the mailbox once a minute.',
    },
    {
      of: ['storage', 'sidePanel'],
      name: 'Storage and side panel',
      why: 'For the feed and your settings, kept in this browser, and for this panel.',
    },
  ];
}
