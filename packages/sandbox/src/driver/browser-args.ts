/** Where the browser finds the sandbox. */
export type SandboxAddress = {
  readonly port: number;
  readonly spki: string;
};

/**
 * Chromium's flags for a sandbox: every name leads to its server and its key is trusted, so the
 * extension runs on Google's own names. `extension` is the folder of an unpacked extension.
 */
export function browserArgs(sandbox: SandboxAddress, extension?: string): readonly string[] {
  return [
    `--host-resolver-rules=MAP * 127.0.0.1:${sandbox.port}`,
    `--ignore-certificate-errors-spki-list=${sandbox.spki}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication',
    ...(needsNoSandbox() ? ['--no-sandbox'] : []),
    ...(extension === undefined
      ? []
      : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
  ];
}

// Chromium refuses to run its own sandbox as root, as in a container.
function needsNoSandbox(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}
