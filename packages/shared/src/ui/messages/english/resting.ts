import type { HostNames } from '../host-names.ts';

/** The words of Postrider at rest, and of the report for an admin. */
export function restingWords({ mail, provider }: HostNames) {
  return {
    line: {
      'compose-not-recognised': 'Postrider is resting: this compose window was not recognised.',
      'send-not-seen': `Postrider is resting: it could not see when ${mail} sent a mail.`,
      'sync-changed': `Postrider is resting: ${mail} talks to ${provider} in a form it does not know.`,
      delegated: 'Postrider is resting: this mailbox was delegated to you by somebody else.',
      'offline-account': `Postrider is resting: ${mail} works offline here and sends later by itself.`,
    },
    why: 'Mail leaves as usual, untracked.',
    since: (when: string) => `Since ${when}.`,
    report: 'Report for your admin',
    copy: 'Copy report for your admin',
    see: 'See report',
    copied: 'Copied',
    copyFailed: 'Not copied. Open the report and copy it there.',
    reportWhy: 'It holds no address, no subject and no text of mail. Nothing is sent anywhere.',
  };
}
