import { domainOf } from '../notices/notice.ts';

/** The host that writes the notice: one of Microsoft's in Exchange Online, the company's own for Exchange Server. */
export const generatingServer = (
  product: 'exchange-online' | 'exchange-server',
  recipient: string,
): string =>
  product === 'exchange-online'
    ? 'AM0PR01MB0001.eurprd01.prod.exchangelabs.com'
    : `exchange.${domainOf(recipient)}`;
