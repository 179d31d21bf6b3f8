/** A mail that stood in Exchange before the sandbox started. */
export type OldExchangeMail = {
  /** Which conversation it belongs to. */
  readonly thread: string;
  /** Name and address. */
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** How long before the start, in minutes. */
  readonly minutesAgo: number;
  readonly unread?: true;
};

const eva = 'Eva Brandt <eva@adatum.example>';
const tom = 'Tom Nagy <tom@adatum.example>';
const lena = 'Lena Holt <lena@proseware.example>';
const omar = 'Omar Haddad <omar@woodgrove.example>';
const dana = 'Dana Reyes <dana@initech.example>';
const hour = 60;
const day = 24 * hour;

/** The mail of the last weeks between the reps on Exchange and their customers, in no order. */
export const exchangeHistory: readonly OldExchangeMail[] = [
  {
    thread: 'pilot',
    from: eva,
    to: lena,
    subject: 'Your pilot of Adatum Insight',
    paragraphs: [
      'Hi Lena,',
      'the pilot has run for two weeks now. Shall we look at the numbers together on Thursday?',
      'Eva',
    ],
    minutesAgo: 4 * day,
  },
  {
    thread: 'pilot',
    from: lena,
    to: eva,
    subject: 'Re: Your pilot of Adatum Insight',
    paragraphs: [
      'Hi Eva,',
      'Thursday at two works. Could you bring the figures for the Lisbon team as well?',
      'Lena',
    ],
    minutesAgo: 3 * day + 6 * hour,
  },
  {
    thread: 'invoice',
    from: lena,
    to: eva,
    subject: 'Purchase order 7741',
    paragraphs: ['Hello Eva,', 'our purchase order number for the next quarter is 7741.', 'Lena'],
    minutesAgo: 5 * hour,
    unread: true,
  },
  {
    thread: 'forecast',
    from: tom,
    to: eva,
    subject: 'Forecast for the fourth quarter',
    paragraphs: ['Eva,', 'please have a look at row 12 before I hand it in tomorrow.', 'Tom'],
    minutesAgo: 8 * hour,
    unread: true,
  },
  {
    thread: 'fair',
    from: eva,
    to: dana,
    subject: 'Nice to have met you at the fair',
    paragraphs: ['Dear Dana,', 'as promised, here is what we talked about at our stand.', 'Eva'],
    minutesAgo: 6 * day,
  },
  {
    thread: 'boiler',
    from: omar,
    to: dana,
    subject: 'Offer 2214: service contract',
    paragraphs: ['Dear Dana,', 'the offer stands until the end of the month.', 'Omar'],
    minutesAgo: 2 * day,
  },
  {
    thread: 'boiler',
    from: dana,
    to: omar,
    subject: 'Re: Offer 2214: service contract',
    paragraphs: ['Omar,', 'thank you. I come back to you on Monday.', 'Dana'],
    minutesAgo: 1 * day,
    unread: true,
  },
];
