import type { ExchangeNoticeRequest } from './notice-request.ts';
import { originalHeaderText } from './original-header.ts';
import { allWords } from './words/all.ts';

/** Text as it stands in HTML. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const diagnosis = (request: ExchangeNoticeRequest): readonly string[] => {
  const { product, code, recipient, remote, from } = request;
  const behind = remote === null ? [] : [remote];
  const said = code.response(recipient);
  // Exchange 2013 and later say it as Exchange Online does; the older ones are met at other companies.
  return product === 'exchange-online' || from === undefined
    ? [recipient, ...behind, `Remote Server returned '${said}'`]
    : [recipient, ...behind, `#${said} ##`];
};

/** The plain words of a notice: for the person, and below for the admin with the header of the mail. */
export const exchangeText = (request: ExchangeNoticeRequest): string => {
  const { product, reason, recipient, server, from, language = 'en' } = request;
  const words = allWords[language];
  return [
    reason === 'delayed' ? words.delayedHeading : words.failedHeading,
    '',
    `${recipient}<mailto:${recipient}>`,
    request.sentence ?? words.reasons[reason],
    '',
    ...(product === 'exchange-server' && from !== undefined
      ? ['________________________________', 'Sent by Microsoft Exchange Server 2007']
      : []),
    '',
    '',
    '',
    words.diagnostics,
    '',
    `${words.generatingServer} ${server}`,
    '',
    ...diagnosis(request),
    '',
    words.originalHeaders,
    '',
    originalHeaderText(request),
    '',
  ].join('\r\n');
};

/** The same for the eye. */
export const exchangeHtml = (request: ExchangeNoticeRequest): string => {
  const { reason, recipient, server, language = 'en' } = request;
  const words = allWords[language];
  const heading = reason === 'delayed' ? words.delayedHeading : words.failedHeading;
  return [
    '<html><body>',
    `<p><b><font color="#000066" size="3" face="Arial">${heading}</font></b></p>`,
    `<p><a href="mailto:${escaped(recipient)}">${escaped(recipient)}</a><br>`,
    `${escaped(request.sentence ?? words.reasons[reason])}</p><br><br>`,
    `<p><b>${words.diagnostics}</b></p>`,
    `<p>${words.generatingServer} ${server}</p>`,
    `<p>${diagnosis(request).map(escaped).join('<br>\r\n')}</p>`,
    `<p>${words.originalHeaders}</p>`,
    `<pre>${escaped(originalHeaderText(request))}</pre>`,
    '</body></html>',
    '',
  ].join('\r\n');
};
