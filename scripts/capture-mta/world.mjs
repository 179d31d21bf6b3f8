/**
 * The small internet the mail servers are shown: names and addresses that RFC 2606 and RFC 5737 set aside for
 * documentation, every address an alias of the loopback interface in a network of its own.
 */

/** Who sends, and gets the notices back. */
export const rep = 'rep@sender.example';

/** The server under capture: takes mail from the rep on a port of its own, and writes the notices. */
export const underCapture = { name: 'mx.sender.example', address: '127.0.0.1', port: 2525 };

/**
 * @typedef {{ name: string, domain: string, address: string, sizeLimit?: number, answers?: false }} MailServer
 * `sizeLimit` in bytes, as told by SIZE (RFC 1870); `answers: false`: nothing listens there.
 */

/** Where `rep@sender.example` has its mailbox. @type {MailServer} */
export const mailbox = {
  name: 'mailbox.sender.example',
  domain: 'sender.example',
  address: '192.0.2.20',
};

/** The other side. @type {readonly MailServer[]} */
export const recipientServers = [
  { name: 'mx.customer.example', domain: 'customer.example', address: '198.51.100.25' },
  {
    name: 'mx.small.example',
    domain: 'small.example',
    address: '198.51.100.26',
    sizeLimit: 4096,
  },
  { name: 'mx.down.example', domain: 'down.example', address: '198.51.100.27', answers: false },
];

/** Every server that has a name. */
export const mailServers = [mailbox, ...recipientServers];

/** A domain that says by DNS that it takes no mail (RFC 7505). */
export const nullMxDomain = 'nomail.example';
