import type { Account } from '../../accounts.ts';
import { rawHeader } from '../../mail/headers.ts';
import { asReceived, type Way } from '../arrival/as-received.ts';
import { provenSender } from '../arrival/proven-sender.ts';
import { domainOf } from '../notices/notice.ts';
import type { Origin, PostBox } from './box.ts';

const wayOf = (origin: Origin): Pick<Way, 'from' | 'forgedResults'> => {
  switch (origin.kind) {
    case 'own-system':
      return { from: origin.inside === true ? 'google-inside' : 'google' };
    case 'mailbox':
      return { from: provenSender(origin.sender.address, origin.sender.system) };
    case 'outside': {
      const { credentials, forgedResults = 'removed' } = origin;
      return { from: credentials, forgedResults };
    }
  }
};

/** An account of the sandbox's Google as the post office sees it. */
export const googleBox = (account: Account, clock: () => number): PostBox => ({
  address: account.address,
  name: account.name,
  system: 'gmail',
  isColleague: (address) => domainOf(address) === domainOf(account.address),
  receive: (raw, origin, folder = 'inbox') => {
    const messageId = rawHeader(raw, 'Message-ID');
    const own =
      origin.kind === 'mailbox'
        ? account.messages('SENT').find((sent) => sent.messageId === messageId)
        : undefined;
    // Gmail keeps a mail to oneself once, under both labels.
    if (own) {
      account.relabel(own.id, { add: ['INBOX', 'UNREAD'] });
      return account.find(own.id) ?? own;
    }
    const way = { ...wayOf(origin), recipient: account.address, at: clock() };
    return account.deposit(asReceived(raw, way), {
      labelIds: [folder === 'junk' ? 'SPAM' : 'INBOX', 'UNREAD'],
    });
  },
  fileSent: (raw) => {
    account.deposit(raw, { labelIds: ['SENT'] });
  },
});
