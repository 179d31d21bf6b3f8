import type { Connection, ConnectOutcome } from './panel.ts';

/** Where the OAuth client comes from. The secret is written only: no page reads it back. */
export type ClientSetting =
  | { readonly kind: 'none' }
  | { readonly kind: 'by-policy'; readonly id: string }
  | { readonly kind: 'by-hand'; readonly id: string }
  /** None is set, and only the company's policy can. */
  | { readonly kind: 'policy-only' }
  /** The connected mailbox is reached without one. */
  | { readonly kind: 'not-needed' };

/** What the settings page shows. */
export type SettingsView = {
  readonly client: ClientSetting;
  /** What must stand, letter for letter, among the client's redirect URIs. */
  readonly redirectUris: readonly string[];
  /** The OAuth scopes that Connect asks for. */
  readonly scopes: readonly string[];
  /** Domains whose accounts may be connected, from policy; empty = any. */
  readonly allowedDomains: readonly string[];
  /** Whether new mail is followed unless switched off; `byPolicy`: the company decides, the person cannot. */
  readonly followByDefault: { readonly value: boolean; readonly byPolicy: boolean };
  readonly connection: Connection;
};

/** An OAuth client as a person types it. */
export type TypedClient = { readonly id: string; readonly secret: string };

/** What became of saving a client; `invalid` names the field that cannot be right and changes nothing. */
export type SaveClientOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'by-policy' }
  | { readonly kind: 'invalid'; readonly field: 'id' | 'secret' };

/** What the settings page asks of the program behind it. */
export type SettingsBackend = {
  read(): Promise<SettingsView>;
  /**
   * How many events are held for the connected mailbox; null where none is connected. Apart from `read`, because
   * counting a hundred thousand takes half a second.
   */
  storedEvents(): Promise<number | null>;
  /** Trims both and keeps them. A connection made with another client needs to be made again. */
  saveClient(client: TypedClient): Promise<SaveClientOutcome>;
  saveFollowByDefault(follow: boolean): Promise<void>;
  connect(): Promise<ConnectOutcome>;
  disconnect(): Promise<void>;
  /**
   * Deletes the events of the connected mailbox. Kept: connection, settings, decisions, which mails are
   * followed, and up to where the mailbox was read, so the feed goes on from now.
   */
  clearEvidence(): Promise<void>;
  /** Calls back whenever `read` may give something else; gives back how to stop that. */
  subscribe(listener: () => void): () => void;
};
