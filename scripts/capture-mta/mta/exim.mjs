/** Needs root only to deliver into local mailboxes, and here are none. @type {import('./mta.mjs').Mta} */
export const exim = {
  name: 'exim',
  debianPackage: 'exim4-daemon-light',
  accounts: [{ name: 'Debian-exim', id: 4003 }],
  prepare: [
    ['mkdir', '-p', '/var/spool/exim4', '/var/log/exim4', '/run/exim4'],
    ['chown', 'Debian-exim:Debian-exim', '/var/spool/exim4', '/var/log/exim4', '/run/exim4'],
  ],
  serve: ['exim4', '-bdf', '-q1s'],
  runAs: 'Debian-exim',
  log: '/var/log/exim4/mainlog',
};
