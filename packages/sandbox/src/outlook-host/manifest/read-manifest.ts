import type { AddinManifest, AddinPermission, LaunchEvent } from './addin-manifest.ts';
import { buttonsOf } from './buttons.ts';
import { resourcesOf } from './resources.ts';
import { atLeast } from './versions.ts';
import { childAt, childrenOf, readXml } from './xml.ts';
import type { Element } from './xml.ts';

/**
 * Reads an add-in-only manifest as a client with a Mailbox requirement set does: of the VersionOverrides, nested
 * newest inside, the innermost whose requirements the client meets (Microsoft's "Office add-in manifest", versions).
 * Null where the client is too old for the add-in as a whole.
 */
export function readManifest(xml: string, mailboxSet: string): AddinManifest | null {
  const app = readXml(xml);
  if (!atLeast(mailboxSet, minimumOf(childAt(app, 'Requirements')))) return null;
  const overrides = newestFor(app, mailboxSet);
  const resources = resourcesOf(overrides);
  const host = childAt(overrides, 'Hosts', 'Host');
  const form = childAt(host, 'DesktopFormFactor');
  const points = childrenOf(form, 'ExtensionPoint');
  const launch = points.find((point) => typeOf(point) === 'LaunchEvent');
  return {
    id: childAt(app, 'Id')?.text ?? '',
    name: childAt(app, 'DisplayName')?.attributes['DefaultValue'] ?? '',
    permission: permissionOf(childAt(app, 'Permissions')?.text),
    appDomains: childrenOf(childAt(app, 'AppDomains'), 'AppDomain').map(({ text }) => text),
    hosts: hostsIn(app),
    buttons: [
      ...buttonsOf(points, 'MessageComposeCommandSurface', resources),
      ...buttonsOf(points, 'MessageReadCommandSurface', resources),
    ],
    functionFile: resources.url(childAt(form, 'FunctionFile')),
    launchEvents: childrenOf(childAt(launch, 'LaunchEvents'), 'LaunchEvent').map(launchEvent),
    launchUrl: resources.url(childAt(launch, 'SourceLocation')),
    supportsSharedFolders: childAt(form, 'SupportsSharedFolders')?.text === 'true',
    extendedPermissions: childrenOf(
      childAt(overrides, 'ExtendedPermissions'),
      'ExtendedPermission',
    ).map(({ text }) => text),
    clientId: childAt(overrides, 'WebApplicationInfo', 'Id')?.text ?? null,
  };
}

/** The hosts of all pages that a manifest names. */
export function hostsOfManifest(xml: string): readonly string[] {
  return hostsIn(readXml(xml));
}

function newestFor(parent: Element, mailboxSet: string): Element | undefined {
  const overrides = childAt(parent, 'VersionOverrides');
  if (overrides === undefined) return undefined;
  const inner = newestFor(overrides, mailboxSet);
  if (inner !== undefined) return inner;
  return atLeast(mailboxSet, minimumOf(childAt(overrides, 'Requirements'))) ? overrides : undefined;
}

function minimumOf(requirements: Element | undefined): string {
  const sets = childAt(requirements, 'Sets');
  const mailbox = childrenOf(sets, 'Set').find(
    ({ attributes }) => attributes['Name'] === 'Mailbox',
  );
  return mailbox?.attributes['MinVersion'] ?? sets?.attributes['DefaultMinVersion'] ?? '1.1';
}

function typeOf(point: Element): string {
  return point.attributes['type'] ?? '';
}

function launchEvent({ attributes }: Element): LaunchEvent {
  const mode = attributes['SendMode'];
  return {
    type: attributes['Type'] ?? '',
    functionName: attributes['FunctionName'] ?? '',
    // [MS-OWEMXML] 2.3.67: SoftBlock is the default.
    sendMode: mode === 'PromptUser' || mode === 'Block' ? mode : 'SoftBlock',
  };
}

function permissionOf(text: string | undefined): AddinPermission {
  return text === 'ReadItem' || text === 'ReadWriteItem' || text === 'ReadWriteMailbox'
    ? text
    : 'Restricted';
}

function hostsIn(element: Element): readonly string[] {
  const values = [...Object.values(element.attributes), element.text];
  const inAppDomains = element.name === 'AppDomain';
  const own = values.flatMap((value) =>
    !inAppDomains && value.startsWith('https://') && URL.canParse(value)
      ? [new URL(value).hostname]
      : [],
  );
  return [...new Set([...own, ...element.children.flatMap(hostsIn)])];
}
