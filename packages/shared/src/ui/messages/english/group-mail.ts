import { say } from '../../text/sentence.ts';
import type { HostNames } from '../host-names.ts';
import { list, many } from './counting.ts';

/** How many leave on one day, as a part of the forecast. */
type DayWords = (count: string, first: boolean) => string;

/** The words of preparing a group mail. */
export function groupMailWords({ mail, leaves = '' }: HostNames) {
  return {
    title: 'New group mail',
    draft: 'Draft',
    draftChoose: 'Choose a draft',
    draftWhy: `Text, attachments and formatting are taken from this draft of ${mail}.`,
    draftFields: (fields: readonly string[]) =>
      say`It asks for ${list('all', fields)} of each person.`,
    draftNoFields:
      'It says the same to everybody. Write {{name}} or {{company}} in it to fill in a column of your list.',
    attachments: (size: string) => `Attached to each: ${size}.`,
    again: 'Look again',
    noDrafts: 'There is no draft to send',
    noDraftsWhy: `Write the mail in ${mail} and leave it as a draft, then come back. You may put {{name}} where a column of your list belongs.`,
    draftsFailed: 'Your drafts could not be read',
    draftsLoading: 'Reading your drafts',
    people: 'Who gets it',
    paste: 'Addresses, or a table with a head row',
    pasteHint: 'Leave it empty to write to the people in To of the draft, each alone.',
    file: 'Choose a CSV file',
    fileTooLarge: 'This file is too large. A list has at most 10,000 people.',
    fileUnread: 'This file could not be read. Save it as CSV and choose it again.',
    fileName: (name: string) => say`From ${name}`,
    clear: 'Clear the list',
    addressColumn: 'Column with the address',
    columns: (names: readonly string[]) => say`Columns: ${list('all', names)}`,
    checking: 'Checking the list',
    checkFailed: 'The list could not be checked',
    nobody: 'Nobody is in the list yet',
    nobodyWhy: 'Paste addresses, choose a CSV file, or put people into To of the draft.',
    good: (count: number, shown: string) => `${shown} ${many(count, 'person', 'people')}`,
    noneGood: 'Nobody in the list can be written to',
    cut: 'The list has more than 10,000 people. Send it in parts: this one cannot be started.',
    left: (count: number, shown: string) =>
      `${shown} ${many(count, 'row is', 'rows are')} left out`,
    faults: {
      invalid: 'not an address',
      duplicate: 'twice in the list',
      suppressed: 'suppressed',
      blocked: 'blocked by your company',
      'missing-field': 'with a field missing',
    },
    faultCount: (count: string, fault: string) => `${count} ${fault}`,
    missing: (fields: readonly string[]) => say`missing: ${list('all', fields)}`,
    line: (line: string) => `Line ${line}`,
    row: 'Row',
    reason: 'Reason',
    text: 'Text',
    exportFaults: 'Export CSV',
    faultsFile: 'postrider-left-out.csv',
    moreFaults: (count: number, shown: string) =>
      `${shown} more ${many(count, 'row', 'rows')}: export to see all.`,
    preview: 'Preview',
    previewOf: (at: string, all: string) => `${at} of ${all}`,
    previous: 'Previous',
    following: 'Next',
    to: 'To',
    subject: 'Subject',
    previewLoading: 'Writing the mail',
    previewGone: 'This mail cannot be shown. The draft may be gone.',
    emptyText: 'The mail has no text.',
    forecast: 'When it leaves',
    forecastLoading: 'Planning',
    forecastFailed: 'This could not be planned just now. Try again.',
    all: (count: number, shown: string, when: string) =>
      `${count === 1 ? 'It goes' : `All ${shown} go`} today by ${when}`,
    today:
      (when: string): DayWords =>
      (count, first) =>
        first ? `${count} go today by ${when}` : `${count} today`,
    tomorrow: ((count, first) =>
      first ? `${count} go tomorrow` : `${count} tomorrow`) as DayWords,
    onDay:
      (day: string): DayWords =>
      (count, first) =>
        first ? `${count} go on ${day}` : `${count} on ${day}`,
    rest: (count: string, until: string) => `${count} after that, until ${until}`,
    because: (days: readonly string[], why: string | null) =>
      why === null ? `${days.join(', ')}.` : `${days.join(', ')}: ${why}.`,
    space: (size: string) => `The copies take up ${size} in Sent.`,
    start: (count: number, shown: string) => `Send to ${shown} ${many(count, 'person', 'people')}`,
    startWhy: ['It begins at once.', leaves, 'You can pause or cancel what has not left.']
      .filter((words) => words !== '')
      .join(' '),
    starting: 'Starting',
    outcome: {
      'nothing-to-send': 'Nobody in the list can be written to. Nothing was started.',
      'too-many': (max: string) => `A group mail has at most ${max} people. Nothing was started.`,
      'source-gone': 'The draft is gone. Nothing was started. Choose another draft.',
      failed: (reason: string) => say`Nothing was started. ${reason}`,
      unreachable: 'Nobody answered. Look at the queue before you start it again.',
    },
    started: (shown: string) => `Started: ${shown} wait to leave.`,
  };
}
