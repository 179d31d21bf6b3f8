import type { SharedMailbox } from '../outlook-host/host-options.ts';
import type { Resident } from './people.ts';

/** Someone with a mailbox on an Exchange. */
export type ExchangeResident = Resident & {
  readonly userPrincipalName?: string;
  readonly aliases?: readonly string[];
  readonly sendsFor?: readonly string[];
};

/** Adatum's people on Exchange Online; the first is who is signed in where nobody is named. Names to sign in with differ from addresses, as they often do. */
export const onlineReps: readonly ExchangeResident[] = [
  {
    address: 'eva@adatum.example',
    name: 'Eva Brandt',
    userPrincipalName: 'eva.brandt@adatum.onmicrosoft.example',
    aliases: ['e.brandt@adatum.example'],
    sendsFor: ['sales@adatum.example'],
  },
  { address: 'tom@adatum.example', name: 'Tom Nagy', sendsFor: ['sales@adatum.example'] },
];

/** Mailboxes on Exchange Online that nobody signs in to, and a customer's. */
export const onlineOthers: readonly ExchangeResident[] = [
  { address: 'sales@adatum.example', name: 'Adatum Sales' },
  { address: 'lena@proseware.example', name: 'Lena Holt' },
];

/** Woodgrove's people on its own Exchange Server. */
export const serverReps: readonly ExchangeResident[] = [
  { address: 'omar@woodgrove.example', name: 'Omar Haddad' },
];

/** Who may open and send for whose mailbox. */
export const sharedMailboxes: readonly SharedMailbox[] = [
  { mailbox: 'sales@adatum.example', to: 'eva@adatum.example' },
  { mailbox: 'sales@adatum.example', to: 'tom@adatum.example' },
];
