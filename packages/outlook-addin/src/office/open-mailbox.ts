import { type MailboxAddress, mailboxAddress } from '@postrider/shared/domain/ids';

/** Who keeps the mailbox that is open, and so by what it is read. */
export type MailboxKeeper =
  /** Microsoft 365: by Graph. */
  | { readonly kind: 'exchange-online' }
  /** A company's own Exchange Server: by Exchange Web Services. */
  | { readonly kind: 'exchange-server' }
  /** None that an add-in may read; `account` as Outlook calls its kind. */
  | { readonly kind: 'other'; readonly account: 'outlook-com' | 'gmail' | 'unknown' };

/** The mailbox that Outlook shows beside the pane. */
export type OpenMailbox = { readonly address: MailboxAddress; readonly keeper: MailboxKeeper };

/** The mailbox that is open now; null where Outlook names none. */
export function openMailbox(): OpenMailbox | null {
  const { mailbox } = Office.context;
  const address = mailbox?.userProfile?.emailAddress ?? '';
  if (address === '') return null;
  return { address: mailboxAddress(address), keeper: keeperOf(mailbox) };
}

/** The kinds of `userProfile.accountType`; Outlook 2016 without a subscription names none. */
function keeperOf({ userProfile, ewsUrl }: Office.Mailbox): MailboxKeeper {
  switch (userProfile.accountType) {
    case 'enterprise':
      return { kind: 'exchange-server' };
    case 'office365':
      return { kind: 'exchange-online' };
    case 'outlookCom':
      return { kind: 'other', account: 'outlook-com' };
    case 'gmail':
      return { kind: 'other', account: 'gmail' };
    default:
      return keeperAt(ewsUrl ?? '');
  }
}

function keeperAt(ewsUrl: string): MailboxKeeper {
  if (!URL.canParse(ewsUrl)) return { kind: 'other', account: 'unknown' };
  return new URL(ewsUrl).hostname === 'outlook.office365.com'
    ? { kind: 'exchange-online' }
    : { kind: 'exchange-server' };
}
