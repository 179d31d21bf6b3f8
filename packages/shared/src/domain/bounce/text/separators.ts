/** Lines of notices after which the returned mail follows, by the program that writes them. */
const groups: readonly { readonly source: string; readonly lines: readonly string[] }[] = [
  {
    source: 'Exim, src/deliver.c and src/moan.c',
    lines: ['this is a copy of the message', 'this is a copy of your message'],
  },
  {
    source: 'qmail-send(8), also with MIME patch',
    lines: [
      'below this line is a copy of the message',
      'below the next line is a copy of the message',
      'enclosed is a copy of the message',
      'attachment is a copy of the message',
    ],
  },
  { source: 'Yahoo, IMail', lines: ['original message follows'] },
  { source: 'Gmail before 2017, LSMTP', lines: ['original message'] },
  {
    source: 'Exchange 2007 and later, in its languages',
    lines: [
      'original message headers',
      'en-têtes de message d',
      'intestazioni originali del messaggio',
      'ursprüngliche nachrichtenkopfzeilen',
      'ursprüngliche nachrichtenköpfe',
      'encabezados de mensajes originales',
      'encabezados de mensaje originales',
      'cabeçalhos de mensagens originais',
      'oorspronkelijke berichtkoppen',
      'oorspronkelijke berichtheaders',
      'ursprungliga meddelandehuvuden',
      'oryginalne nagłówki wiadomości',
      'исходные заголовки сообщения',
      '元のメッセージ ヘッダー',
    ],
  },
  { source: 'Sendmail 5', lines: ['unsent message follows', 'unsent message below'] },
  { source: 'Lotus Notes SMTP', lines: ['returned message'] },
  {
    source: 'Demon',
    lines: ['start of returned message', 'here is a copy of the first part of the message'],
  },
  {
    source: 'Various',
    lines: [
      'start of message',
      'message follows',
      'the header and top',
      'the headers of the original message',
      'headers of the original message',
      'header of the original message',
      'here is your returned mail',
      'here is a copy of your message',
      'your original message',
      'your message follows',
      'your message reads',
      'original mail',
      'copy of the original message',
      'undelivered message',
      'rejected message',
      'original headers',
    ],
  },
  { source: 'Smail 3', lines: ['message text follows', 'message header follows'] },
  { source: 'DragonFly Mail Agent', lines: ['message headers follow'] },
  { source: 'm-FILTER', lines: ['original mail info'] },
  { source: 'fml', lines: ['original mail as follows'] },
  { source: 'Automated postmasters', lines: ['original message as received is as follows'] },
  { source: '1&1', lines: ['the header of the original message is following'] },
  { source: 'Yahoo', lines: ['forwarded message'] },
  { source: 'OpenSMTPD', lines: ['below is a copy of the original message'] },
];

/**
 * Lines after which a notice returns the mail it is about. Compared in lower case with dashes, equals signs, bars and
 * white space at both ends taken off; a line counts when it begins with one of them.
 */
export const returnedMailFollows: readonly string[] = groups.flatMap(({ lines }) => lines);
