import { splitMessage } from '../../mail/headers.ts';

/** Fields that only an organisation's own Exchange may write (Microsoft Learn, "Header firewall in Exchange Server"). */
const guarded = /^x-ms-exchange-(?:organization|forest)-/i;

/** Fields that Exchange Online keeps under another name when they came from outside (captures since 2018). */
const renamed: Readonly<Record<string, string>> = {
  'authentication-results': 'Authentication-Results-Original',
  'x-forefront-antispam-report': 'X-Forefront-Antispam-Report-Untrusted',
  'x-microsoft-antispam': 'X-Microsoft-Antispam-Untrusted',
};

/** A message from outside without what an outsider must not say. `rename`: only Exchange Online does that. */
export const throughHeaderFirewall = (
  raw: Buffer,
  { rename }: { readonly rename: boolean },
): Buffer => {
  const { head, body } = splitMessage(raw);
  const fields = head
    .toString('latin1')
    .split(/\r\n(?![ \t])/)
    .flatMap((field) => {
      const colon = field.indexOf(':');
      const name = field.slice(0, colon).trim();
      if (guarded.test(name)) return [];
      const other = rename ? renamed[name.toLowerCase()] : undefined;
      return [other === undefined ? field : `${other}${field.slice(colon)}`];
    });
  return Buffer.concat([Buffer.from(`${fields.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
};
