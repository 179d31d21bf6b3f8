import type { Notice } from './notice.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The plain words of a notice. */
export const noticeText = (notice: Notice, recipient: string, sender: string): string =>
  [
    '',
    `** ${notice.heading} **`,
    '',
    notice.sentence(recipient, sender),
    '',
    'The response was:',
    '',
    notice.response(recipient, sender),
    '',
  ].join('\r\n');

/** The same for the eye: a box with an icon, as Gmail shows it. */
export const noticeHtml = (notice: Notice, recipient: string, sender: string): string =>
  [
    '<html><body style="font-family:Roboto,Arial,sans-serif">',
    '<table style="max-width:560px;padding:24px;background:#fafafa;border:1px solid #e0e0e0"><tr>',
    '<td><img width="48" height="48" alt="Error Icon" src="cid:icon.png"></td>',
    `<td><h2 style="font-size:20px;margin:0">${escaped(notice.heading)}</h2>`,
    `<p style="color:#757575">${escaped(notice.sentence(recipient, sender))}</p></td>`,
    '</tr></table>',
    '<p>The response was:</p>',
    `<p style="font-family:monospace">${escaped(notice.response(recipient, sender))}</p>`,
    '</body></html>',
    '',
  ].join('\r\n');
