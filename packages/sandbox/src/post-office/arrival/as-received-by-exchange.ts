import { createHash } from 'node:crypto';

import { withoutHeader, withTopHeaders } from '../../mail/edit-headers.ts';
import { splitMessage, type Header } from '../../mail/headers.ts';
import { dateField } from '../../mail/write-message.ts';
import { domainOf } from '../notices/notice.ts';
import type { Credentials } from './authentication.ts';
import { throughHeaderFirewall } from './exchange-header-firewall.ts';
import { exchangeResults } from './exchange-results.ts';

/** How a message came to a mailbox on an Exchange. */
export type WayToExchange = {
  readonly system: 'exchange-online' | 'exchange-server';
  readonly recipient: string;
  /** Epoch ms. */
  readonly at: number;
  /** What the border could check; null for what never left the organisation. */
  readonly credentials: Credentials | null;
  /** Written by Exchange itself (a notice), not by a person's mailbox. */
  readonly writtenBySystem: boolean;
  /** What happens to results that the message brought along; Exchange Online keeps them under another name. */
  readonly forgedResults: 'removed' | 'kept';
};

const BACK_END = 'VI1PR01MB0002.eurprd01.prod.exchangelabs.com';
const HUB = 'AM0PR01MB0001.eurprd01.prod.exchangelabs.com';
const BORDER = 'AM0EUR01FT001.mail.protection.outlook.com';
const SMTP =
  'with Microsoft SMTP\r\n Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id 15.20.9300.20';

const networkId = (raw: Buffer): string => {
  const hex = createHash('sha256').update(raw).digest('hex');
  return [8, 12, 16, 20, 32]
    .map((end, place, ends) => hex.slice(ends[place - 1] ?? 0, end))
    .join('-');
};

const identity = (way: WayToExchange, raw: Buffer, source: string): readonly Header[] => {
  const inside = way.credentials === null;
  return [
    { name: 'X-MS-Exchange-Organization-Network-Message-Id', value: networkId(raw) },
    { name: 'X-MS-Exchange-Organization-AuthSource', value: source },
    { name: 'X-MS-Exchange-Organization-AuthAs', value: inside ? 'Internal' : 'Anonymous' },
    // 04: signed in to a mailbox; 05: Exchange itself ([doubt] for notices).
    ...(inside
      ? [
          {
            name: 'X-MS-Exchange-Organization-AuthMechanism',
            value: way.writtenBySystem ? '05' : '04',
          },
        ]
      : []),
    { name: 'X-MS-Exchange-Organization-SCL', value: inside ? '-1' : '1' },
  ];
};

const onlineStamps = (raw: Buffer, way: WayToExchange): readonly Header[] => {
  const date = dateField(way.at);
  const home = [
    {
      name: 'Received',
      value: `from ${HUB} (2001:db8:20b:1::17)\r\n by ${BACK_END} with HTTPS; ${date}`,
    },
  ];
  const { credentials } = way;
  if (credentials === null)
    return [
      ...home,
      {
        name: 'Received',
        value: `from ${HUB} ([fe80::1]) by ${HUB}\r\n ([fe80::1%4]) with mapi id 15.20.9300.020; ${date}`,
      },
      ...identity(way, raw, HUB),
      { name: 'X-MS-Exchange-CrossTenant-AuthAs', value: 'Internal' },
      { name: 'X-MS-Exchange-CrossTenant-FromEntityHeader', value: 'Hosted' },
    ];
  const { envelopeFrom, host, spf } = credentials;
  const checked = envelopeFrom ? domainOf(envelopeFrom) : host;
  return [
    ...home,
    {
      name: 'Received',
      value: `from ${BORDER} (2001:db8:20b:1::c)\r\n by ${HUB} (2001:db8:20b:1::17) ${SMTP}; ${date}`,
    },
    { name: 'Authentication-Results', value: exchangeResults(raw, credentials) },
    {
      name: 'Received-SPF',
      value: `${spf === 'none' ? 'None' : spf === 'pass' ? 'Pass' : 'Fail'} (protection.outlook.com: domain of ${checked}\r\n ${spf === 'pass' ? 'designates 192.0.2.41 as permitted sender' : 'does not designate permitted sender hosts'})\r\n receiver=protection.outlook.com; client-ip=192.0.2.41; helo=${host};`,
    },
    {
      name: 'Received',
      value: `from ${host} (192.0.2.41) by\r\n ${BORDER} (192.0.2.5) ${SMTP} via\r\n Frontend Transport; ${date}`,
    },
    ...identity(way, raw, BORDER),
    {
      name: 'X-Forefront-Antispam-Report',
      value: `CIP:192.0.2.41;CTRY:;LANG:en;SCL:1;SRV:;IPV:NLI;SFV:NSPM;\r\n H:${host};PTR:${host};CAT:NONE;SFS:(13230040);DIR:INB;`,
    },
    { name: 'X-Microsoft-Antispam', value: 'BCL:0;ARA:13230040;' },
    { name: 'X-MS-Exchange-CrossTenant-AuthAs', value: 'Anonymous' },
    { name: 'X-MS-Exchange-CrossTenant-FromEntityHeader', value: 'Internet' },
  ];
};

// A server alone checks neither DKIM nor DMARC, and writes no results; its SPF agent is not installed by default.
const serverStamps = (raw: Buffer, way: WayToExchange): readonly Header[] => {
  const server = `mail.${domainOf(way.recipient)}`;
  const date = dateField(way.at);
  const { credentials } = way;
  const id = 'id 15.2.1748.10';
  return [
    {
      name: 'Received',
      value:
        credentials === null
          ? `from ${server} ([fe80::1]) by ${server}\r\n ([fe80::1%3]) with mapi ${id}; ${date}`
          : `from ${credentials.host} (192.0.2.41) by ${server}\r\n (192.0.2.5) with Microsoft SMTP Server (version=TLS1_2,\r\n cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) ${id} via\r\n Frontend Transport; ${date}`,
    },
    ...identity(way, raw, server),
  ];
};

/** A message as Exchange files it: no Bcc, the organisation's stamps on top, and nothing in it that only the organisation may say. */
export const asReceivedByExchange = (given: Buffer, way: WayToExchange): Buffer => {
  const { system, credentials, forgedResults } = way;
  const online = system === 'exchange-online';
  const clean = withoutHeader(given, 'Bcc');
  const raw = throughHeaderFirewall(clean, {
    rename: online && credentials !== null && forgedResults === 'removed',
  });
  const stamped = withTopHeaders(raw, online ? onlineStamps(raw, way) : serverStamps(raw, way));
  if (credentials === null) return stamped;
  const { head, body } = splitMessage(stamped);
  const returnPath = Buffer.from(`\r\nReturn-Path: ${credentials.envelopeFrom || '<>'}\r\n\r\n`);
  return Buffer.concat([head, returnPath, body]);
};
