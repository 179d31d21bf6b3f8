import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect } from '@playwright/test';

const packer = fileURLToPath(new URL('../../scripts/pack.mjs', import.meta.url));

/** A company that rolls the extension out, and its folder, as `npm run pack` keeps it. */
export type Company = {
  /** Its extension's id, of its own key. */
  readonly id: string;
  readonly redirectUri: string;
  /** What it puts on its web server. */
  readonly hosted: string;
  /** Runs `npm run pack` again, as an admin types it; gives what it says. */
  pack(...more: readonly string[]): string;
  /** Fills in settings.json, packs, and gives the policy file for Linux. */
  policyFor(settings: object, ...more: readonly string[]): unknown;
  remove(): void;
};

/** Packs for the first time, with a new key. */
export function makeCompany(): Company {
  const folder = mkdtempSync(join(tmpdir(), 'postrider-company-'));
  const pack = (...more: readonly string[]) => {
    const host = ['--host', 'https://ext.example.test/postrider'];
    const words = [packer, '--no-build', ...host, '--out', folder, ...more];
    const done = spawnSync(process.execPath, words, { encoding: 'utf8' });
    expect(done.status, done.stderr).toBe(0);
    return done.stdout;
  };
  const said = pack();
  const after = (words: string) => new RegExp(`^${words}: +(\\S+)`, 'm').exec(said)?.[1] ?? '';
  return {
    id: after('Extension id'),
    redirectUri: after('Redirect URI'),
    hosted: join(folder, 'host'),
    pack,
    policyFor(settings, ...more) {
      writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
      pack(...more);
      return JSON.parse(readFileSync(join(folder, 'policies/linux/postrider.json'), 'utf8'));
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
