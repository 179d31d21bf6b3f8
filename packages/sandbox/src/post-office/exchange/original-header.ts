import { splitMessage } from '../../mail/headers.ts';
import type { ExchangeNoticeRequest } from './notice-request.ts';

/** The mail's header as Exchange holds it: with the stamps of the way there on top. */
export const originalHeader = (request: ExchangeNoticeRequest): Buffer => {
  const { sender, original, hops } = request;
  return Buffer.concat([
    Buffer.from(hops.map((hop) => `Received: ${hop}\r\n`).join(''), 'latin1'),
    splitMessage(original.raw).head,
    Buffer.from(`\r\nReturn-Path: ${sender}\r\n`, 'latin1'),
  ]);
};

/** The same as text, for the notice's own words. */
export const originalHeaderText = (request: ExchangeNoticeRequest): string =>
  originalHeader(request).toString('utf8');
