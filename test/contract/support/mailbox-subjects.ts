import { openEwsSubject } from './ews-subject.ts';
import { openGmailSubject } from './gmail-subject.ts';
import { openGraphSubject } from './graph-subject.ts';
import type { MailboxSubject } from './mailbox-subject.ts';

/** Every adapter of the port, by the name that tests call it. */
export const subjects: readonly (readonly [string, () => MailboxSubject])[] = [
  ['gmail', openGmailSubject],
  ['graph', openGraphSubject],
  ['ews', openEwsSubject],
];
