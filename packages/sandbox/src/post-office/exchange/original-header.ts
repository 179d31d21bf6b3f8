import { splitMessage } from '../../mail/headers.ts';
import { dateField } from '../../mail/write-message.ts';
import { domainOf } from '../notices/notice.ts';
import { generatingServer } from './generating-server.ts';
import type { ExchangeNoticeRequest } from './notice-request.ts';

/** The mail's header as Exchange holds it: with the stamps of the way there on top. */
export const originalHeader = (request: ExchangeNoticeRequest): Buffer => {
  const { product, recipient, sender, original } = request;
  const server = generatingServer(product, recipient);
  const date = dateField(original.sentAt);
  const stamps = [
    `Received: from edge.${domainOf(recipient)} (192.0.2.3) by\r\n ${server} (192.0.2.4) with Microsoft SMTP\r\n Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id\r\n 15.20.7000.20; ${date}`,
    `Received: from mail-ej1-f41.google.com (192.0.2.41) by\r\n edge.${domainOf(recipient)} (192.0.2.8) with Microsoft SMTP Server id\r\n 15.20.7000.20 via Frontend Transport; ${date}`,
  ];
  return Buffer.concat([
    Buffer.from(`${stamps.join('\r\n')}\r\n`, 'latin1'),
    splitMessage(original.raw).head,
    Buffer.from(`\r\nReturn-Path: ${sender}\r\n`, 'latin1'),
  ]);
};

/** The same as text, for the notice's own words. */
export const originalHeaderText = (request: ExchangeNoticeRequest): string =>
  originalHeader(request).toString('utf8');
