import { branded } from '../../domain/brand.ts';
import type { DraftId, MailId } from '../../domain/ids.ts';
import type { Forecast, ListCheck, ListInput, Preview, StartOutcome } from '../panel/queue.ts';
import type { Outcome } from '../ports/outcome.ts';
import { wholeGuard } from '../suppression/send-guard.ts';
import { checkRows, type CheckedList } from './check-rows.ts';
import { failureWords } from './failure-words.ts';
import { forecastGroup } from './forecast.ts';
import type { GroupParts } from './group-parts.ts';
import { personalise } from './personalise.ts';
import { listOfPeople, type ReadList, readList } from './read-list.ts';
import { readSource } from './read-source.ts';
import { mostRecipients } from './recipient.ts';
import type { SourceMail } from './source-mail.ts';
import { startGroup } from './start.ts';
import { tidyGroups } from './tidy-groups.ts';

/** A group mail while it is being prepared: a draft and a list. */
export type GroupPreparing = {
  check(source: string, list: ListInput): Promise<ListCheck>;
  preview(source: string, list: ListInput, row: number): Promise<Preview | null>;
  forecast(source: string, list: ListInput): Promise<Forecast>;
  start(source: string, list: ListInput): Promise<StartOutcome>;
};

/** A page asks several things about one draft, one after the other: it is read again after so long, ms. */
const freshMs = 20_000;

const noForecast: Forecast = { count: 0, days: [], because: [], space: 0, attachmentBytes: 0 };

/** Prepares group mails of a mailbox. */
export function createGroupPreparing(parts: GroupParts): GroupPreparing {
  let kept: { readonly id: string; readonly at: number; readonly mail: SourceMail } | null = null;

  /** The list that a page asks about row by row. */
  let read: {
    readonly text: string;
    readonly column: string | undefined;
    readonly list: ReadList;
  } | null = null;

  async function sourceOf(id: string): Promise<Outcome<SourceMail | null>> {
    const age = kept?.id === id ? parts.clock() - kept.at : freshMs;
    if (kept !== null && age >= 0 && age < freshMs) return { kind: 'ok', value: kept.mail };
    const draft = { draftId: branded<DraftId>(id), messageId: null };
    const source = await readSource(parts.mailbox, draft);
    if (source.kind === 'ok') {
      kept = source.value === null ? null : { id, at: parts.clock(), mail: source.value };
    }
    return source;
  }

  function readOnce(list: ListInput): ReadList {
    const { text, addressColumn: column } = list;
    if (read !== null && read.text === text && read.column === column) return read.list;
    read = { text, column, list: readList(parts.readTable, list) };
    return read.list;
  }

  async function checked(source: SourceMail | null, list: ListInput): Promise<CheckedList> {
    const rows = list.text.trim() === '' ? listOfPeople(source?.to ?? []) : readOnce(list);
    const guard = await wholeGuard(parts.guard, parts.account);
    return checkRows(rows, source?.needed ?? [], guard);
  }

  /** Null where the draft is gone or cannot be read just now. */
  async function readable(id: string): Promise<SourceMail | null> {
    const source = await sourceOf(id);
    return source.kind === 'ok' ? source.value : null;
  }

  return {
    async check(id, list) {
      return (await checked(await readable(id), list)).check;
    },
    async preview(id, list, row) {
      const source = await readable(id);
      const recipient = (await checked(source, list)).good[row];
      if (source === null || recipient === undefined) return null;
      const { subject, text, missing } = personalise(source, recipient, noMail);
      return { address: recipient.person.address, subject, text, missing };
    },
    async forecast(id, list) {
      const source = await readable(id);
      if (source === null) return noForecast;
      return forecastGroup(parts, source, (await checked(source, list)).good);
    },
    async start(id, list) {
      kept = null;
      const source = await sourceOf(id);
      if (source.kind !== 'ok') return { kind: 'failed', reason: failureWords(source) };
      if (source.value === null) return { kind: 'source-gone' };
      const { good, check } = await checked(source.value, list);
      if (check.cut) return { kind: 'too-many', max: mostRecipients };
      const started = await startGroup(parts, source.value, good);
      if (started.kind === 'started') await tidyGroups(parts);
      return started;
    },
  };
}

/** What is only shown has no name. */
const noMail = branded<MailId>('preview');
