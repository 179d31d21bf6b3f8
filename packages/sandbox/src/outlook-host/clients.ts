/** The Outlooks that a rep may sit in front of. */
export type ClientName =
  | 'web'
  | 'new-windows'
  | 'classic-windows'
  | 'mac'
  | 'classic-windows-2021'
  | 'on-premises'
  | 'mobile';

/** What one Outlook can do (facts of August 2026). The wire is that of the web in all of them. */
export type Client = {
  readonly name: ClientName;
  /** `Office.PlatformType`, as the library would say it there. */
  readonly platform: 'OfficeOnline' | 'PC' | 'Mac' | 'iOS';
  /** Newest Mailbox requirement set. */
  readonly mailboxSet: string;
  /** NestedAppAuth 1.1. */
  readonly nestedAppAuth: boolean;
  /** Starts add-ins by events. */
  readonly launchEvents: boolean;
  readonly pinning: boolean;
};

const clientList: readonly Client[] = [
  client('web', 'OfficeOnline', '1.16'),
  client('new-windows', 'OfficeOnline', '1.16'),
  client('classic-windows', 'PC', '1.16'),
  client('mac', 'Mac', '1.14'),
  { ...client('classic-windows-2021', 'PC', '1.9'), nestedAppAuth: false, launchEvents: false },
  {
    ...client('on-premises', 'OfficeOnline', '1.5'),
    nestedAppAuth: false,
    launchEvents: false,
  },
  { ...client('mobile', 'iOS', '1.5'), launchEvents: false, pinning: false },
];

function client(name: ClientName, platform: Client['platform'], mailboxSet: string): Client {
  return { name, platform, mailboxSet, nestedAppAuth: true, launchEvents: true, pinning: true };
}

/** What is known of an Outlook by its name. */
export function clientNamed(name: ClientName): Client {
  const found = clientList.find((one) => one.name === name);
  if (found === undefined) throw new Error(`No Outlook is called ${name}.`);
  return found;
}
