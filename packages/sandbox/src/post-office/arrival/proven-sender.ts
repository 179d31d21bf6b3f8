import type { MailSystem } from '../boxes/box.ts';
import { domainOf } from '../notices/notice.ts';
import type { Credentials } from './authentication.ts';

/** The hosts by which Exchange Online's mail leaves. */
export const onlineOutbound = 'mail-am0pr01cu001.outbound.protection.outlook.com';

/** A sender at home: his provider signs, and the host may send for the domain. A company's own Exchange only has SPF. */
export const provenSender = (address: string, system: MailSystem = 'gmail'): Credentials => {
  const domain = domainOf(address);
  return {
    envelopeFrom: address,
    host: system === 'exchange-online' ? onlineOutbound : `mail.${domain}`,
    signedBy: system === 'exchange-server' ? null : domain,
    signature: 'pass',
    spf: 'pass',
  };
};
