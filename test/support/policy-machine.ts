import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the builds of Chromium read policy on Linux: Chromium itself and "Chrome for Testing"
 * (Chromium, chrome/common/chrome_paths.cc).
 */
const places = ['/etc/chromium/policies', '/etc/opt/chrome_for_testing/policies'];

/** The policies of one machine that only the browser started on it sees. */
export type PolicyMachine = {
  /** A program that starts the browser on this machine; takes the browser's own flags. */
  readonly executablePath: string;
  /** Puts a policy file in place, or takes it away with null. A running browser takes notice. */
  setPolicy(policy: unknown): void;
  /** Deletes the machine's folder. */
  remove(): void;
};

/** Why no such machine can be made here; undefined where it can. */
export function noPolicyMachine(): string | undefined {
  if (process.platform !== 'linux') return 'policy files in /etc are a matter of Linux';
  if (process.getuid?.() !== 0) return 'a private /etc needs root';
  const tried = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/tmp']);
  return tried.status === 0 ? undefined : 'this system lets nobody make a private mount namespace';
}

/**
 * A machine whose /etc holds our policy: a private mount namespace around the browser, so nothing
 * outside it changes and any number of them run side by side.
 */
export function makePolicyMachine(browser: string): PolicyMachine {
  const folder = mkdtempSync(join(tmpdir(), 'postrider-machine-'));
  const managed = join(folder, 'policies', 'managed');
  mkdirSync(managed, { recursive: true });
  const executablePath = join(folder, 'browser');
  const mounts = places.flatMap((place) => {
    const top = place.split('/').slice(0, 3).join('/');
    return [
      `if [ -d ${top} ]; then`,
      `  mount -t tmpfs none ${top} && mkdir -p ${place} && mount --bind '${folder}/policies' ${place}`,
      'fi',
    ];
  });
  const inside = join(folder, 'inside');
  writeFileSync(inside, ['#!/bin/sh -e', ...mounts, `exec '${browser}' "$@"`, ''].join('\n'));
  writeFileSync(executablePath, `#!/bin/sh -e\nexec unshare --mount '${inside}' "$@"\n`);
  for (const script of [inside, executablePath]) chmodSync(script, 0o755);

  // Without it Chromium lets no debugger, and so no test, near an extension that a policy has installed.
  writeFileSync(join(managed, 'testing.json'), JSON.stringify({ DeveloperToolsAvailability: 1 }));

  const file = join(managed, 'postrider.json');
  return {
    executablePath,
    setPolicy(policy) {
      if (policy === null) return rmSync(file);
      // Written elsewhere and moved: the browser must never read half a file.
      const whole = join(folder, 'next.json');
      writeFileSync(whole, JSON.stringify(policy));
      renameSync(whole, file);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
