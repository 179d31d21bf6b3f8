/**
 * What the person who packs needs to know next, in plain lines.
 * @param {import('./pack.mjs').Packed} packed
 * @param {import('./options.mjs').PackOptions} options
 */
export function report(packed, options) {
  return [
    `Packed Postrider for Gmail ${packed.version}${sameVersion(packed)}.`,
    '',
    `Extension id:   ${packed.id}`,
    `Redirect URI:   ${packed.redirectUri}`,
    `Update address: ${packed.updateUrl}`,
    `Signing key:    ${packed.keyPath}${packed.keyIsNew ? ' (new)' : ''}`,
    '',
    ...(packed.keyIsNew ? newKeyWarning : []),
    `To host:     every file of ${options.out}/host, so that ${packed.updateUrl} gives update.xml`,
    `To roll out: the file of your platform in ${options.out}/policies`,
    '',
    ...nextStep(packed),
  ].join('\n');
}

const newKeyWarning = [
  'The signing key is new. Keep it where your company keeps its most precious keys: whoever has it can ship',
  'an update to every rep, and without it you can ship none. It is not to be hosted and not to be committed.',
  '',
];

/** @param {import('./pack.mjs').Packed} packed */
function sameVersion({ version, versionBefore }) {
  return version === versionBefore
    ? ' (as before: a browser that has this version keeps what it has; raise it with --version)'
    : '';
}

/** @param {import('./pack.mjs').Packed} packed */
function nextStep({ unfilled, settingsPath }) {
  if (unfilled.length === 0) {
    return [
      'Next: host the files, then roll out the policy to one machine first (docs/admin.md, steps 3 and 4).',
    ];
  }
  return [
    `The policies are not ready: ${unfilled.join(', ')} ${unfilled.length === 1 ? 'is' : 'are'} still to be filled in.`,
    `Next: make the Google client with the redirect URI above (docs/admin.md, step 1), put its id, its secret and`,
    `your domain into ${settingsPath}, and run the same command again.`,
  ];
}
