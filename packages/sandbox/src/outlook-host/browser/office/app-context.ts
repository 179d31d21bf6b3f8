import { facts } from '../facts.ts';
import type { AddinFrame } from './addin-frame.ts';

/** The first answer that the library asks for: what it runs in (facts: wire protocol, point 5). */
export function appContext(frame: AddinFrame, roaming: Readonly<Record<string, string>>): object {
  const { client, addin } = facts;
  return {
    _id: frame.controlId,
    _appName: 64,
    _appVersion: '16.01',
    _appUILocale: 'en-US',
    _dataLocale: 'en-US',
    _docUrl: location.origin,
    _clientMode: 1,
    _settings: roaming,
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: frame.correlation,
    _appInstanceId: frame.controlId,
    _appMinorVersion: 1,
    _requirementMatrix: JSON.stringify({
      Mailbox: client.mailboxSet,
      AddInCommands: '1.3',
      DialogApi: '1.2',
      ...(client.nestedAppAuth ? { NestedAppAuth: '1.1' } : {}),
    }),
    _hostFullVersion: '16.0.0.0',
    _hostCustomMessage: null,
    _clientWindowHeight: 600,
    _clientWindowWidth: 340,
    _addinName: addin?.name ?? '',
    _appDomains: addin?.appDomains ?? [],
    _dialogRequirementMatrix: '{}',
    _featureGates: {},
    _initialDisplayMode: frame.kind === 'pane' ? 2 : 1,
  };
}
