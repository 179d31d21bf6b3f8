/**
 * Demands root to start, then parts into processes of `opensmtpd` and `opensmtpq`. Its first retry comes after 400
 * seconds (RELAY backoff of scheduler_backoff in the source), so that the queue is pushed.
 * @type {import('./mta.mjs').Mta}
 */
export const opensmtpd = {
  name: 'opensmtpd',
  debianPackage: 'opensmtpd',
  accounts: [
    { name: 'opensmtpd', id: 4004, home: '/var/lib/opensmtpd/empty' },
    { name: 'opensmtpq', id: 4005, home: '/var/lib/opensmtpd/empty' },
  ],
  prepare: [
    ['mkdir', '-p', '/var/lib/opensmtpd/empty', '/var/spool/smtpd'],
    ['chmod', '711', '/var/lib/opensmtpd/empty', '/var/spool/smtpd'],
  ],
  serve: ['smtpd', '-d'],
  runAs: null,
  pushQueue: ['smtpctl', 'schedule', 'all'],
};
