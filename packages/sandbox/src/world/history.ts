/** A mail that was there before the sandbox started. */
export type OldMail = {
  /** Which conversation it belongs to. */
  readonly thread: string;
  /** An address of `people.ts`, or a name and address. */
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  /** How long before the start, in minutes. */
  readonly minutesAgo: number;
  readonly unread?: true;
  readonly spam?: true;
};

const ana = 'Ana Silva <ana@acme.example>';
const ben = 'Ben Okafor <ben@acme.example>';
const dana = 'Dana Reyes <dana@initech.example>';
const kim = 'Kim Lee <kim@globex.example>';
const hour = 60;
const day = 24 * hour;

function paragraphs(...texts: readonly string[]): string {
  return `<div dir="ltr">${texts.map((text) => `<div>${text}</div>`).join('<div><br></div>')}</div>`;
}

/** The mail of the last weeks between the reps and their customers, in no order. */
export const history: readonly OldMail[] = [
  {
    thread: 'renewal',
    from: ana,
    to: dana,
    subject: 'Renewal for next year',
    html: paragraphs(
      'Hi Dana,',
      'your plan renews on 15 December. Shall I prepare the same 40 seats, or has the team grown?',
      'Ana',
    ),
    minutesAgo: 3 * day,
  },
  {
    thread: 'renewal',
    from: dana,
    to: ana,
    subject: 'Re: Renewal for next year',
    html: paragraphs(
      'Hi Ana,',
      'we are 52 now, and two more start in January. Could you quote 54 seats with yearly billing?',
      'Dana',
    ),
    minutesAgo: 2 * day + 5 * hour,
  },
  {
    thread: 'renewal',
    from: ana,
    to: dana,
    subject: 'Re: Renewal for next year',
    html: paragraphs(
      'Of course. You will have the quote tomorrow morning, with the discount for yearly billing in it.',
      'Ana',
    ),
    minutesAgo: 2 * day + 3 * hour,
  },
  {
    thread: 'renewal',
    from: dana,
    to: ana,
    subject: 'Re: Renewal for next year',
    html: paragraphs('Perfect, thank you. Our finance team will want it as a PDF.', 'Dana'),
    minutesAgo: 26,
    unread: true,
  },
  {
    thread: 'pricing',
    from: kim,
    to: ana,
    subject: 'A question about your pricing page',
    html: paragraphs(
      'Hello,',
      'does the price per seat include phone support, or is that only in the larger plan? We would start with about 15 people.',
      'Kim Lee<br>Globex',
    ),
    minutesAgo: 95,
    unread: true,
  },
  {
    thread: 'pipeline',
    from: ben,
    to: ana,
    subject: 'Pipeline review on Thursday',
    html: paragraphs(
      'I moved it to 15:00 so that you can make the Globex call. Please bring the three deals that you expect to close this month.',
      'Ben',
    ),
    minutesAgo: 5 * hour,
  },
  {
    thread: 'intro',
    from: ana,
    to: 'Maya Chen <maya@soylent.example>',
    subject: 'Following up on our call',
    html: paragraphs(
      'Hi Maya,',
      'thank you for your time on Tuesday. As promised, here is the summary of what a pilot with your support team could look like.',
      'Ana',
    ),
    minutesAgo: day + 2 * hour,
  },
  {
    thread: 'contract',
    from: 'Sam Ode <sam@hooli.example>',
    to: ana,
    subject: 'Signed contract',
    html: paragraphs(
      'Ana,',
      'both signatures are in. Looking forward to the kick-off next week.',
      'Sam',
    ),
    minutesAgo: day + 6 * hour,
  },
  {
    thread: 'itinerary',
    from: 'Acme Travel <travel@acme.example>',
    to: ana,
    subject: 'Your trip to Lisbon is booked',
    html: paragraphs(
      'Departure: Monday 07:35<br>Return: Wednesday 18:10',
      'Seats and receipts are in the travel portal.',
    ),
    minutesAgo: 2 * day + 8 * hour,
  },
  {
    thread: 'onboarding',
    from: 'Lou Park <lou@stark.example>',
    to: ana,
    subject: 'Onboarding checklist',
    html: paragraphs(
      'Hi Ana,',
      'the list is complete on our side except for single sign-on. Who is the right person to ask?',
      'Lou',
    ),
    minutesAgo: 4 * day,
  },
  {
    thread: 'onboarding',
    from: ana,
    to: 'Lou Park <lou@stark.example>',
    subject: 'Re: Onboarding checklist',
    html: paragraphs(
      'That is our solutions team. I have put them in the loop and they will call you tomorrow.',
      'Ana',
    ),
    minutesAgo: 4 * day - 2 * hour,
  },
  {
    thread: 'webinar',
    from: 'Robin Vance <robin@vandelay.example>',
    to: ana,
    subject: 'Slides from the webinar?',
    html: paragraphs('Hi,', 'I missed the second half. Could you send me the slides?', 'Robin'),
    minutesAgo: 6 * day,
  },
  {
    thread: 'offer',
    from: 'Prize Office <winner@prizes.example>',
    to: ana,
    subject: 'You have been selected',
    html: paragraphs('Claim within 24 hours.'),
    minutesAgo: 9 * hour,
    unread: true,
    spam: true,
  },
  {
    thread: 'handover',
    from: ana,
    to: ben,
    subject: 'Initech handover notes',
    html: paragraphs(
      'Everything that you need while I am in Lisbon is in the shared folder. Dana knows that you will cover for me.',
      'Ana',
    ),
    minutesAgo: 7 * hour,
  },
];
