/** master(8) runs as root only; what reads or writes mail runs as `postfix`. @type {import('./mta.mjs').Mta} */
export const postfix = {
  name: 'postfix',
  debianPackage: 'postfix',
  accounts: [
    { name: 'postfix', id: 4001, home: '/var/spool/postfix' },
    { name: 'postdrop', id: 4002 },
  ],
  prepare: [
    ['mkdir', '-p', '/var/lib/postfix', '/var/spool/postfix'],
    ['chown', 'postfix:postfix', '/var/lib/postfix'],
    ['cp', '/usr/share/postfix/dynamicmaps.cf', '/etc/postfix'],
  ],
  serve: ['postfix', 'start-fg'],
  runAs: null,
  log: '/var/log/postfix.log',
};
