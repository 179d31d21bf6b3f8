import { dateField } from '../../mail/write-message.ts';
import { provenSender } from '../arrival/proven-sender.ts';
import type { PostBox } from '../boxes/box.ts';
import { domainOf } from '../notices/notice.ts';
import { serverBehind, type ExchangeCode } from './exchange-notice.ts';
import { generatingServer } from './generating-server.ts';
import type { ExchangeNoticeRequest } from './notice-request.ts';

/** The host by which Gmail hands mail to a company. */
const GMAIL = 'mail-ej1-f41.google.com';

/** The host by which a sender's system hands mail to other companies. */
export const handedOverBy = ({ address, system }: Pick<PostBox, 'address' | 'system'>): string =>
  system === 'gmail' ? GMAIL : provenSender(address, system).host;

/** What stands in the notice of a recipient's company about who writes it, and by which way the mail came there. */
export const companyRoute = (
  product: ExchangeNoticeRequest['product'],
  mail: {
    readonly recipient: string;
    readonly sentAt: number;
    /** Gmail's host unless told otherwise. */
    readonly from?: string;
  },
  code: ExchangeCode,
): Pick<ExchangeNoticeRequest, 'company' | 'server' | 'from' | 'remote' | 'hops'> => {
  const company = domainOf(mail.recipient);
  const server = generatingServer(product, mail.recipient);
  const { from = GMAIL } = mail;
  const date = dateField(mail.sentAt);
  return {
    company,
    server,
    from,
    remote: code.fromBehind ? serverBehind(mail.recipient) : null,
    hops: [
      `from edge.${company} (192.0.2.3) by\r\n ${server} (192.0.2.4) with Microsoft SMTP\r\n Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id\r\n 15.20.7000.20; ${date}`,
      `from ${from} (192.0.2.41) by\r\n edge.${company} (192.0.2.8) with Microsoft SMTP Server id\r\n 15.20.7000.20 via Frontend Transport; ${date}`,
    ],
  };
};
