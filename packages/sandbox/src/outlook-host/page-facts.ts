import type { Client } from './clients.ts';
import type { AddinManifest } from './manifest/addin-manifest.ts';
import type { Person } from './page-data.ts';

/** What may be set of Outlook. Changes hold from the next load of a page. */
export type HostSettings = {
  /** After how long a Smart Alert says that the add-in takes long; 5 s in Outlook. */
  warnAfterMs: number;
  /** After how long a handler counts as not answering; 5 minutes in Outlook. */
  timeoutMs: number;
  /** How long after the last change a draft is saved. */
  autosaveMs: number;
  /** Only add-ins that an admin deployed are started by events. */
  deployment: 'admin' | 'sideloaded';
  /** What new mail is written in. */
  newMail: 'html' | 'text';
  direction: 'ltr' | 'rtl';
};

/** What the page is drawn for. */
export type PageFacts = {
  readonly me: Person;
  readonly userPrincipalName: string;
  readonly accountType: 'office365' | 'enterprise';
  /** Whose mailbox is in front: one's own, or one that was delegated. */
  readonly mailbox: Person;
  /** Own address first, then those that one may send for. */
  readonly senders: readonly Person[];
  readonly client: Client;
  /** Frames get no bridge for signing in although the client says that it has one. */
  readonly bridgeMissing: boolean;
  readonly settings: HostSettings;
  readonly addin: AddinManifest | null;
  readonly ewsUrl: string;
  readonly restUrl: string;
};
