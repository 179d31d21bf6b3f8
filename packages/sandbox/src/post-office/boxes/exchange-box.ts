import type { StoredMessage } from '../../accounts.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import type { ExchangeItem, ExchangeMailbox } from '../../exchange/mailbox.ts';
import { asReceivedByExchange } from '../arrival/as-received-by-exchange.ts';
import { provenSender } from '../arrival/proven-sender.ts';
import { domainOf } from '../notices/notice.ts';
import type { Origin, PostBox } from './box.ts';
import type { ExchangeArrivals } from './exchange-arrivals.ts';
import { messageClassOf } from './message-class.ts';

const stored = (item: ExchangeItem, folder: 'inbox' | 'junk'): StoredMessage => ({
  id: item.id,
  threadId: item.conversationId,
  labelIds: [folder === 'junk' ? 'SPAM' : 'INBOX', ...(item.isRead ? [] : ['UNREAD'])],
  internalDate: item.receivedAt,
  raw: item.raw,
  messageId: item.messageId,
});

/** A mailbox on an Exchange as the post office sees it. */
export const exchangeBox = (
  mailbox: ExchangeMailbox,
  exchange: Exchange,
  tools: { readonly clock: () => number; readonly arrivals: ExchangeArrivals },
): PostBox => {
  const { clock, arrivals } = tools;
  const system = exchange.kind === 'online' ? 'exchange-online' : 'exchange-server';
  // Several companies share Exchange Online: what they share is not the store but a domain.
  const domains = new Set(mailbox.aliases.concat(mailbox.address).map(domainOf));
  const isColleague = (address: string): boolean => domains.has(domainOf(address));
  const isInside = (origin: Origin): boolean =>
    origin.kind === 'own-system' ||
    (origin.kind === 'mailbox' &&
      origin.sender.system === system &&
      isColleague(origin.sender.address));

  return {
    address: mailbox.address,
    name: mailbox.name,
    system,
    isColleague,
    receive: (raw, origin, folder = 'inbox') => {
      const inside = isInside(origin);
      const credentials =
        origin.kind === 'outside'
          ? origin.credentials
          : origin.kind === 'mailbox' && !inside
            ? provenSender(origin.sender.address, origin.sender.system)
            : null;
      const received = asReceivedByExchange(raw, {
        system,
        recipient: mailbox.address,
        at: clock(),
        credentials,
        writtenBySystem: origin.kind === 'own-system',
        forgedResults: (origin.kind === 'outside' ? origin.forgedResults : undefined) ?? 'removed',
      });
      const messageClass = messageClassOf(raw, { inside, arrivals });
      const item = exchange.bring(mailbox, received, { junk: folder === 'junk', messageClass });
      return stored(item, folder);
    },
    fileSent: (raw) => {
      mailbox.create(raw, { folder: 'sentitems', isRead: true });
    },
  };
};
