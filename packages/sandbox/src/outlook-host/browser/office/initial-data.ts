import type { AddinPermission } from '../../manifest/addin-manifest.ts';
import type { MessageData, Person } from '../../page-data.ts';
import { facts } from '../facts.ts';
import type { OpenItem } from '../open-item.ts';

// The host's own numbers (facts: wire protocol, point 5).
const permissionNumbers: Readonly<Record<AddinPermission, number>> = {
  Restricted: 0,
  ReadItem: 1,
  ReadWriteMailbox: 2,
  ReadWriteItem: 3,
};

/** What `Office.context.mailbox` and its item are made of when a frame opens, and when the item changes under a pinned pane. */
export function initialData(item: OpenItem): object {
  const common = {
    permissionLevel: permissionNumbers[facts.addin?.permission ?? 'Restricted'],
    hostVersion: '20261101.01.1',
    owaView: 'ThreeColumns',
    userDisplayName: facts.me.name,
    userEmailAddress: facts.me.address,
    userTimeZone: 'UTC',
    userProfileType: facts.accountType,
    isRestIdSupported: facts.accountType === 'office365',
    isFromSharedFolder: isFromSharedFolder(),
    ewsUrl: facts.ewsUrl,
    restUrl: facts.restUrl,
    extensionId: facts.addin?.id ?? '',
    timeZoneOffsets: [{ start: -62135596800000, end: 253402300799999, offset: 0 }],
    // By this flag newer libraries know that sendAsync works.
    OutlookExtensibilityFlags: ['UILessCommandsV2'],
  };
  if (item.kind === 'read') return { ...common, ...readMembers(item.message) };
  const { conversationId, inReplyTo } = item.origin;
  return { ...common, itemType: 4, conversationId, inReplyTo, seriesId: null, isRead: true };
}

/** Whether the item lies in a mailbox that was shared, and the add-in may know of it. */
export function isFromSharedFolder(): boolean {
  return facts.mailbox.address !== facts.me.address && facts.addin?.supportsSharedFolders === true;
}

function readMembers(message: MessageData): object {
  return {
    itemType: 1,
    id: message.addinId,
    subject: message.subject,
    normalizedSubject: message.subject.replace(/^(?:\s*(?:re|fwd?|aw|wg)\s*:)+\s*/i, ''),
    itemClass: message.itemClass,
    conversationId: message.conversationId,
    internetMessageId: message.messageId,
    from: detailsOf(message.from),
    sender: detailsOf(message.from),
    to: message.to.map(detailsOf),
    cc: message.cc.map(detailsOf),
    attachments: attachmentsOf(message.attachments),
    dateTimeCreated: message.createdAt,
    dateTimeModified: message.modifiedAt,
    isRead: true,
    entities: {},
    regExMatches: {},
  };
}

/** A person on the wire; the numbers of `recipientType` are the library's: 0 other, 2 user, 3 external user. */
export function detailsOf({ name, address }: Person): object {
  const own = facts.me.address.split('@')[1];
  return {
    name: name || address,
    address,
    recipientType: address.toLowerCase().endsWith(`@${own}`) ? 2 : 3,
  };
}

/** Attachments on the wire, without what is in them. */
export function attachmentsOf(attachments: MessageData['attachments']): readonly object[] {
  return attachments.map(({ id, name, type, isInline, contentId, base64 }) => ({
    id,
    name,
    contentType: type,
    isInline,
    contentId: contentId ?? undefined,
    attachmentType: 0,
    size: Math.floor((base64.length * 3) / 4),
  }));
}
