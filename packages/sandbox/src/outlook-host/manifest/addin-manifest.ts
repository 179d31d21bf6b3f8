/** What a button of an add-in does. */
export type ButtonAction =
  | { readonly kind: 'pane'; readonly url: string; readonly pinnable: boolean }
  | { readonly kind: 'function'; readonly name: string };

/** A button that an add-in puts on Outlook's ribbon. */
export type AddinButton = {
  readonly id: string;
  readonly label: string;
  /** URL of the 32 px picture, or null. */
  readonly icon: string | null;
  readonly surface: 'compose' | 'read';
  readonly action: ButtonAction;
};

/** What stops a mail when the handler of OnMessageSend says no (SendMode of the manifest). */
export type SendMode = 'PromptUser' | 'SoftBlock' | 'Block';

/** An event that starts the add-in without a click. */
export type LaunchEvent = {
  /** `OnMessageSend`, `OnNewMessageCompose`, … */
  readonly type: string;
  readonly functionName: string;
  readonly sendMode: SendMode;
};

/** The permission an add-in has, as its manifest names it. */
export type AddinPermission = 'Restricted' | 'ReadItem' | 'ReadWriteItem' | 'ReadWriteMailbox';

/** An add-in as one client knows it: the newest VersionOverrides whose requirements the client meets. */
export type AddinManifest = {
  readonly id: string;
  readonly name: string;
  readonly permission: AddinPermission;
  /** Origins besides its own that a dialog may show. */
  readonly appDomains: readonly string[];
  /** Every host that serves its pages. */
  readonly hosts: readonly string[];
  readonly buttons: readonly AddinButton[];
  /** The page that function commands and launch events run in, or null. */
  readonly functionFile: string | null;
  readonly launchEvents: readonly LaunchEvent[];
  /** The page of the launch events, or null. */
  readonly launchUrl: string | null;
  readonly supportsSharedFolders: boolean;
  /** E.g. AppendOnSend. */
  readonly extendedPermissions: readonly string[];
  /** Application id of its registration at Entra, or null. */
  readonly clientId: string | null;
};
