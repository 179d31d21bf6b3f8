import type { PhraseGroup } from './rule.ts';

const common = 'Common wording of SMTP replies';
const postfix = 'Postfix, src/smtp, src/global';
const exim = 'Exim, src/routers';
const qmail = 'qmail-remote(8)';
const sendmail = 'Sendmail, sendmail/srvrsmtp.c, sendmail/deliver.c';

/** What mail servers say of a domain that is not there or takes no mail. Asked before the status code. */
export const domainPhrases: readonly PhraseGroup[] = [
  { category: 'expired', source: exim, words: ['host lookup did not complete'] },
  { category: 'unknown-host', source: 'DragonFly Mail Agent', words: ['dns lookup failure'] },
  {
    category: 'unknown-host',
    source: 'RFC 3463 section 3.4',
    words: ['system not accepting network messages'],
  },
  {
    category: 'unknown-host',
    source: 'RFC 7504, RFC 7505',
    words: ['does not accept mail', 'domain does not accept'],
  },
  { category: 'unknown-host', source: 'RFC 7505', words: ['null mx'] },
  {
    category: 'unknown-host',
    source: qmail,
    words: [
      "couldn't find a mail exchanger",
      "couldn't find any host by that name",
      "couldn't find any host named",
    ],
  },
  {
    category: 'unknown-host',
    source: postfix,
    words: ['name service error…malformed or unexpected'],
  },
  {
    category: 'expired',
    source: postfix,
    words: ['host not found, try again'],
  },
  { category: 'unknown-host', source: 'RFC 8020', words: ['nxdomain'] },
  {
    category: 'unknown-host',
    source: 'RFC 7505 section 4.1',
    words: ['recipient address has null mx'],
  },
  { category: 'unknown-host', source: 'Sendmail, cf/README', words: ['domain must exist'] },
  {
    category: 'unknown-host',
    source: 'OpenVMS PMDF, Oracle Messaging Server',
    words: ['illegal host/domain name'],
  },
  { category: 'unknown-host', source: 'getaddrinfo(3)', words: ['name or service not known'] },
  {
    category: 'unknown-host',
    source: common,
    words: ['no mail server for', 'we do not accept mail', 'no relevant mx'],
  },
  { category: 'unknown-host', source: postfix, words: ['host or domain name not found'] },
  { category: 'expired', source: sendmail, words: ['host name lookup failure'] },
  { category: 'unknown-host', source: sendmail, words: ['host unknown', 'unknown host'] },
  {
    category: 'unknown-host',
    source: common,
    words: [
      'host not found',
      'domain not exist',
      'nonexistent domain',
      'non-existent domain',
      'domain is unknown',
      'unable to resolve mx',
      'no mx for',
      'no mx or',
      'no valid mx',
      'no a or mx',
      'does not accept any mail',
      'does not receive mail',
      "doesn't accept mail",
      'has no mx',
      "can't find domain",
      'cannot find domain',
      'name or service not found',
      'host does not exist',
      'unresolvable domain',
      'no mail service',
      'no dns record',
      'hostname is unknown',
      'host name is unknown',
      'no such host',
      'no such domain',
      'domain does not exist',
      'domain doesnt exist',
      "domain doesn't exist",
      'domain is not found',
      'domain not found',
      'unknown domain',
      'invalid domain',
      'bad destination host',
      'no mx record',
      'has no mail exchanger',
    ],
  },
  {
    category: 'unknown-host',
    source: exim,
    words: [
      'unrouteable mail domain',
      'all host address lookups failed permanently',
      'all relevant mx records point to non-existent',
      'an mx or srv record indicated no smtp service',
    ],
  },
  {
    category: 'unknown-host',
    source: 'OpenSMTPD, smtpd/mta.c',
    words: ['destination seem to reject all mails', 'no mx found'],
  },
];
