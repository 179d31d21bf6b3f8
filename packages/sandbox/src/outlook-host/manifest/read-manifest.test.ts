import { expect, it } from 'vitest';

import { hostsOfManifest, readManifest } from './read-manifest.ts';

const buttons = (name: string) => `
  <ExtensionPoint xsi:type="MessageComposeCommandSurface"><OfficeTab id="TabDefault"><Group id="g"><Label resid="L"/>
    <Control xsi:type="Button" id="${name}"><Label resid="L"/>
      <Icon><bt:Image size="16" resid="I"/><bt:Image size="32" resid="I"/></Icon>
      <Action xsi:type="ExecuteFunction"><FunctionName>${name}</FunctionName></Action></Control>
    <Control xsi:type="Button" id="${name}.open"><Label resid="L"/>
      <Action xsi:type="ShowTaskpane"><SourceLocation resid="P"/><SupportsPinning>true</SupportsPinning></Action></Control>
  </Group></OfficeTab></ExtensionPoint>`;

const resources = `<Resources>
  <bt:Images><bt:Image id="I" DefaultValue="https://a.example/32.png"/></bt:Images>
  <bt:Urls><bt:Url id="P" DefaultValue="https://a.example/pane.html"/><bt:Url id="C" DefaultValue="https://a.example/c.html"/></bt:Urls>
  <bt:ShortStrings><bt:String id="L" DefaultValue="Open"/></bt:ShortStrings></Resources>`;

const needs = (set: string) =>
  `<Requirements><bt:Sets DefaultMinVersion="${set}"><bt:Set Name="Mailbox"/></bt:Sets></Requirements>`;

const manifest = `<?xml version="1.0"?>
<OfficeApp xmlns:xsi="x" xmlns:bt="b" xsi:type="MailApp"><Id>id-1</Id><DisplayName DefaultValue="Probe"/>
  <AppDomains><AppDomain>https://login.example</AppDomain></AppDomains>
  <Requirements><Sets><Set Name="Mailbox" MinVersion="1.5"/></Sets></Requirements>
  <Permissions>ReadWriteMailbox</Permissions>
  <VersionOverrides xsi:type="VersionOverridesV1_0">${needs('1.5')}
    <Hosts><Host xsi:type="MailHost"><DesktopFormFactor><FunctionFile resid="C"/>${buttons('old')}</DesktopFormFactor></Host></Hosts>
    ${resources}
    <VersionOverrides xsi:type="VersionOverridesV1_1">${needs('1.12')}
      <Hosts><Host xsi:type="MailHost"><DesktopFormFactor>
        <SupportsSharedFolders>true</SupportsSharedFolders><FunctionFile resid="C"/>${buttons('new')}
        <ExtensionPoint xsi:type="LaunchEvent"><LaunchEvents>
          <LaunchEvent Type="OnMessageSend" FunctionName="onSend" SendMode="PromptUser"/>
          <LaunchEvent Type="OnNewMessageCompose" FunctionName="onNew"/></LaunchEvents>
          <SourceLocation resid="C"/></ExtensionPoint>
      </DesktopFormFactor></Host></Hosts>
      ${resources}
      <WebApplicationInfo><Id>app-1</Id></WebApplicationInfo>
      <ExtendedPermissions><ExtendedPermission>AppendOnSend</ExtendedPermission></ExtendedPermissions>
    </VersionOverrides>
  </VersionOverrides>
</OfficeApp>`;

it('gives a new client the innermost overrides', () => {
  expect(readManifest(manifest, '1.16')).toMatchObject({
    id: 'id-1',
    name: 'Probe',
    permission: 'ReadWriteMailbox',
    appDomains: ['https://login.example'],
    functionFile: 'https://a.example/c.html',
    launchUrl: 'https://a.example/c.html',
    launchEvents: [
      { type: 'OnMessageSend', functionName: 'onSend', sendMode: 'PromptUser' },
      { type: 'OnNewMessageCompose', functionName: 'onNew', sendMode: 'SoftBlock' },
    ],
    supportsSharedFolders: true,
    extendedPermissions: ['AppendOnSend'],
    clientId: 'app-1',
  });
});

it('gives an older client the outer ones, without events', () => {
  const old = readManifest(manifest, '1.9');
  expect(old?.buttons).toEqual([
    {
      id: 'old',
      label: 'Open',
      icon: 'https://a.example/32.png',
      surface: 'compose',
      action: { kind: 'function', name: 'old' },
    },
    {
      id: 'old.open',
      label: 'Open',
      icon: null,
      surface: 'compose',
      action: { kind: 'pane', url: 'https://a.example/pane.html', pinnable: true },
    },
  ]);
  expect(old?.launchEvents).toEqual([]);
  expect(old?.extendedPermissions).toEqual([]);
});

it('gives a client that is too old nothing', () => {
  expect(readManifest(manifest, '1.4')).toBeNull();
});

it('knows the hosts of the pages, not those that a dialog may show', () => {
  expect(hostsOfManifest(manifest)).toEqual(['a.example']);
});
