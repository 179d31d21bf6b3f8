import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';

import type { PostriderSchema } from './schema.ts';

/** A database while its version changes. Migrations of old versions see stores that today's types no longer know. */
export type UpgradeTransaction = IDBPTransaction<
  PostriderSchema,
  StoreNames<PostriderSchema>[],
  'versionchange'
>;

/** One step: from the version before to its own. */
export type Migration = (
  database: IDBPDatabase<PostriderSchema>,
  transaction: UpgradeTransaction,
) => Promise<void> | void;

/**
 * One function for each version, never changed once released. A new version adds its function here and a dump of the
 * version before to test/fixtures/storage/.
 */
export const migrations: readonly Migration[] = [version1, version2, version3, version4];

function version1(database: IDBPDatabase<PostriderSchema>): void {
  const events = database.createObjectStore('events', { keyPath: 'event.id' });
  events.createIndex('feed', ['event.mailbox', 'newestFirst', 'event.id']);
  events.createIndex('feedByKind', ['event.mailbox', 'event.kind', 'newestFirst', 'event.id']);
  events.createIndex('byMessageId', ['event.mailbox', 'event.kind', 'event.messageId']);
  events.createIndex('byThread', ['event.mailbox', 'event.kind', 'event.threadId', 'newestFirst']);
  events.createIndex('bySupersedes', 'event.supersedes');
  events.createIndex('byMailId', 'event.mailId');
  events.createIndex('bySentTo', 'sentTo', { multiEntry: true });

  const decisions = database.createObjectStore('decisions', { keyPath: 'id' });
  decisions.createIndex('byTime', 'decidedAt');

  const followedMails = database.createObjectStore('followedMails', { keyPath: 'mailId' });
  followedMails.createIndex('byDraft', ['mailbox', 'draftKey']);
  followedMails.createIndex('byMailboxMessageId', ['mailbox', 'mailboxMessageId']);
  followedMails.createIndex('byState', ['mailbox', 'state']);

  database.createObjectStore('watchStates', { keyPath: 'mailbox' });
  database.createObjectStore('grants');
}

/** Suppression, notices to be matched by hand, and the count of what was sent. Events keep their shape. */
function version2(database: IDBPDatabase<PostriderSchema>, transaction: UpgradeTransaction): void {
  const events = transaction.objectStore('events');
  events.createIndex('byPerson', [
    'event.mailbox',
    'event.kind',
    'event.person.address',
    'event.occurredAt',
  ]);
  events.createIndex('byEvidence', ['event.mailbox', 'event.evidenceId']);
  events.createIndex('byDoubt', ['doubtIn', 'event.occurredAt']);
  transaction
    .objectStore('decisions')
    .createIndex('byNotice', ['mailbox', 'noticeId', 'decidedAt']);

  const notices = database.createObjectStore('unmatchedNotices', { keyPath: ['mailbox', 'id'] });
  notices.createIndex('byTime', ['mailbox', 'receivedAt']);
  database.createObjectStore('sendLedgers', { keyPath: 'mailbox' });
  database.createObjectStore('sendingGates', { keyPath: 'mailbox' });
}

/** A grant names what renews it, since in Outlook no refresh token is ours to keep. */
async function version3(
  _database: IDBPDatabase<PostriderSchema>,
  transaction: UpgradeTransaction,
): Promise<void> {
  const grants = transaction.objectStore('grants');
  for (let cursor = await grants.openCursor(); cursor; cursor = await cursor.continue()) {
    const { account, grantedAt, ...kept } = cursor.value;
    const token = 'refreshToken' in kept ? kept.refreshToken : null;
    const renewal = typeof token === 'string' ? ({ kind: 'refresh-token', token } as const) : null;
    await cursor.update({ account, grantedAt, renewal });
  }
}

/** The queue of mail that leaves in the background. */
function version4(database: IDBPDatabase<PostriderSchema>): void {
  const groups = database.createObjectStore('groupMails', { keyPath: 'id' });
  groups.createIndex('byMailbox', 'mailbox');
  const outbox = database.createObjectStore('outbox', { keyPath: 'mail.mailId' });
  outbox.createIndex('open', ['openIn', 'classNo', 'mail.rank']);
  outbox.createIndex('byGroup', ['mail.group.id', 'mail.group.no']);
}
