import { dateField } from '../../mail/write-message.ts';
import { domainOf } from '../notices/notice.ts';
import { serverBehind, type ExchangeCode } from './exchange-notice.ts';
import { generatingServer } from './generating-server.ts';
import type { ExchangeNoticeRequest } from './notice-request.ts';

/** The host by which the sandbox's world hands mail to a company. */
const HANDED_OVER_BY = 'mail-ej1-f41.google.com';

/** What stands in the notice of a recipient's company about who writes it, and by which way the mail came there. */
export const companyRoute = (
  product: ExchangeNoticeRequest['product'],
  mail: { readonly recipient: string; readonly sentAt: number },
  code: ExchangeCode,
): Pick<ExchangeNoticeRequest, 'company' | 'server' | 'from' | 'remote' | 'hops'> => {
  const company = domainOf(mail.recipient);
  const server = generatingServer(product, mail.recipient);
  const date = dateField(mail.sentAt);
  return {
    company,
    server,
    from: HANDED_OVER_BY,
    remote: code.fromBehind ? serverBehind(mail.recipient) : null,
    hops: [
      `from edge.${company} (192.0.2.3) by\r\n ${server} (192.0.2.4) with Microsoft SMTP\r\n Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id\r\n 15.20.7000.20; ${date}`,
      `from ${HANDED_OVER_BY} (192.0.2.41) by\r\n edge.${company} (192.0.2.8) with Microsoft SMTP Server id\r\n 15.20.7000.20 via Frontend Transport; ${date}`,
    ],
  };
};
