import { escaped } from '../notice-text.ts';
import type { BrandedWords } from './branded-words.ts';

/** What stands below sender and recipient, by who has to act. */
export const sides: Readonly<Record<BrandedWords['by'], readonly [string, string]>> = {
  sender: ['Action Required', 'Recipient'],
  recipient: ['Sender', 'Action Required'],
};

/** The columns of Message Hops. */
export const hopNames: readonly string[] = [
  'HOP',
  'TIME (UTC)',
  'FROM',
  'TO',
  'WITH',
  'RELAY TIME',
];

const RED = '#cb2228';
const GREY = '#6b6b6b';

const cell = (text: string, style = ''): string =>
  `<td style="padding:2px 12px 2px 0;vertical-align:top;${style}">${escaped(text)}</td>`;

const row = (cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`;

const title = (text: string): string =>
  `<p style="font-size:15px;font-weight:600;margin:20px 0 6px">${escaped(text)}</p>`;

const table = (rows: readonly string[], style = ''): string =>
  `<table cellspacing="0" style="font-size:13px;${style}">${rows.join('\r\n')}</table>`;

// Three columns: sender, the service between, recipient; the one that has to act is red.
const passage = ({ by, what, sender, recipient }: BrandedWords): string => {
  const [left, right] = sides[by];
  const isLeft = by === 'sender';
  const third = 'width:180px;text-align:center;padding:6px 0;';
  const mark = (red: boolean): string => `${third}color:${red ? RED : GREY};`;
  return table(
    [
      row([
        cell(sender, `${third}font-size:17px`),
        cell('Office 365', `${third}font-size:17px;color:${GREY}`),
        cell(recipient, `${third}font-size:17px`),
      ]),
      row([
        cell('', `height:6px;background:${isLeft ? RED : '#2f7d32'}`),
        cell('', `height:6px;background:${isLeft ? GREY : '#2f7d32'}`),
        cell('', `height:6px;background:${isLeft ? GREY : RED}`),
      ]),
      row([cell(left, mark(isLeft)), cell(''), cell(right, mark(!isLeft))]),
      row([cell(isLeft ? what : '', mark(true)), cell(''), cell(isLeft ? '' : what, mark(true))]),
    ],
    'width:548px;margin:16px 0',
  );
};

/** A notice in Office 365's layout. It loads nothing from anywhere. */
export const brandedHtml = (words: BrandedWords): string =>
  [
    '<html><body style="font-family:Segoe UI,Arial,sans-serif;color:#333">',
    '<p style="font-size:22px;color:#d83b01;margin:0 0 12px">Office 365</p>',
    `<p style="font-size:21px;margin:0">${escaped(words.heading)}</p>`,
    `<p style="font-size:15px;margin:6px 0 0">${escaped(words.sentence)}</p>`,
    passage(words),
    title('How to Fix It'),
    `<p style="font-size:14px;margin:0;max-width:548px">${escaped(words.advice)}</p>`,
    '<hr style="width:548px;margin:24px 0 0;text-align:left">',
    ...words.facts.map(
      ([section, rows]) =>
        title(section) +
        table(rows.map(([name, value]) => row([cell(`${name}:`, `color:${GREY}`), cell(value)]))),
    ),
    title('Message Hops'),
    table([
      row(hopNames.map((name) => cell(name, `color:${GREY}`))),
      row(words.hop.map((value) => cell(value))),
    ]),
    title('Original Message Headers'),
    `<pre style="font-size:12px">${escaped(words.header)}</pre>`,
    '</body></html>',
    '',
  ].join('\r\n');
