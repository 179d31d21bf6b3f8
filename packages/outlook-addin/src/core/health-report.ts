import { can, features } from '../office/can.ts';
import type { OpenMailbox } from '../office/open-mailbox.ts';
import type { PanePolicy } from './pane-policy.ts';

/** What an admin needs to know of this Outlook, as text without any address and anything that stood in mail. */
export function healthReport({ keeper }: OpenMailbox, policy: PanePolicy): string {
  const { host, platform, version } = Office.context.diagnostics;
  const trouble = policy.trouble();
  return [
    `Postrider in ${String(host)} ${version} (${String(platform)})`,
    navigator.userAgent,
    `Mailbox: ${keeper.kind}`,
    `Policy: ${trouble === null ? 'read' : trouble.kind}`,
    ...features.map((feature) => `${feature}: ${can(feature) ? 'yes' : 'no'}`),
  ].join('\n');
}
