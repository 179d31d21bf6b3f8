const sendmailProgram = '/usr/libexec/sendmail/sendmail';

/** Needs root only for port 25 and local mailboxes, and here is neither. @type {import('./mta.mjs').Mta} */
export const sendmail = {
  name: 'sendmail',
  debianPackage: 'sendmail-bin',
  accounts: [
    { name: 'smmta', id: 4006 },
    { name: 'smmsp', id: 4007 },
  ],
  prepare: [
    ['mkdir', '-p', '/var/spool/mqueue'],
    ['chown', 'smmta:smmta', '/var/spool/mqueue'],
    ['chmod', '700', '/var/spool/mqueue'],
    ['sh', '-c', 'm4 /etc/mail/capture.mc > /etc/mail/sendmail.cf'],
  ],
  serve: [sendmailProgram, '-bD', '-q1s'],
  runAs: 'smmta',
};
