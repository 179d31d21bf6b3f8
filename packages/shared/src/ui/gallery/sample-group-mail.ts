import type { ListCheck, QueueBackend, RowFault } from '../../application/panel/queue.ts';
import { branded } from '../../domain/brand.ts';

type Preparing = Pick<QueueBackend, 'sources' | 'checkList' | 'preview' | 'forecast' | 'start'>;

const names = ['Kim Lee', 'Lou Park', 'Sam Ode', 'Dana Reyes', 'José Núñez', 'Anna Müller'];

/** Rows that no mail can go to, of every kind, as a list bought at a fair has them. */
function sampleFaults(count: number): readonly RowFault[] {
  const all: readonly RowFault['fault'][] = [
    { kind: 'invalid' },
    { kind: 'duplicate' },
    { kind: 'missing-field', fields: ['company'] },
    { kind: 'suppressed' },
    { kind: 'blocked' },
  ];
  return Array.from({ length: count }, (_, at) => ({
    line: 7 + at * 61,
    text:
      at % 5 === 0
        ? `person${at}@globex,com;Person ${at};Globex`
        : `person${at}@globex.com;Person ${at};`,
    fault: all[at % all.length] ?? { kind: 'invalid' },
  }));
}

/** Preparing a group mail: a list of text is 2,000 rows with 30 bad ones; without text, the three people in To. */
export function preparing(asked: string[]): Preparing {
  return {
    sources: async () => [
      {
        draftId: 'draft-1',
        subject: 'Our prices from January',
        fields: ['name', 'company'],
        attachmentBytes: 248_000,
      },
      { draftId: 'draft-2', subject: 'Season’s greetings', fields: [], attachmentBytes: 0 },
    ],
    checkList: async (_, { text, addressColumn }) => checkOf(text, addressColumn),
    preview: async (_, __, row) => ({
      address: `person${row}@globex.com`,
      subject: 'Our prices from January',
      text: `Dear ${names[row % names.length] ?? ''},\n\nfrom January on our prices change. What this means for Globex stands in the sheet attached.\n\n<b>Ana</b>`,
      missing: [],
    }),
    forecast: async (_, { text }) => {
      const today = new Date(2026, 10, 23).getTime();
      const at = (day: number, hour: number) =>
        new Date(today).setDate(23 + day) + hour * 3_600_000;
      return text.trim() === ''
        ? {
            count: 3,
            days: [{ from: at(0, 14.5), until: at(0, 14.6), count: 3 }],
            because: ['bulk.min'],
            space: 120_000,
            attachmentBytes: 248_000,
          }
        : {
            count: 1970,
            days: [
              { from: at(0, 14.5), until: at(0, 16.1), count: 912 },
              { from: at(1, 8), until: at(1, 16.5), count: 1058 },
            ],
            because: ['bulk.day'],
            space: 1970 * 271_000,
            attachmentBytes: 248_000,
          };
    },
    start: async (source, { text }) => {
      const count = checkOf(text).good;
      asked.push(`start ${source} ${count}`);
      return { kind: 'started', id: branded('group-1'), count };
    },
  };
}

function checkOf(text: string, column?: string): ListCheck {
  return text.trim() === ''
    ? { columns: [], addressColumn: '', good: 3, faults: [], cut: false }
    : {
        columns: ['Email', 'Name', 'Company'],
        addressColumn: column ?? 'Email',
        good: 1970,
        faults: sampleFaults(30),
        cut: false,
      };
}
