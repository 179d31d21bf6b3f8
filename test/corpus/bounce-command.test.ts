import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/bounce.mjs', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bounce-'));
  writeFileSync(
    join(folder, 'a.eml'),
    'From: MAILER-DAEMON@mx.example\nSubject: failure notice\n\n<kim@customer.example>:\nRemote host said: 550 5.1.1 User unknown\n',
  );
  writeFileSync(join(folder, 'b.eml'), 'From: kim@customer.example\nSubject: Hello\n\nHello\n');
  writeFileSync(join(folder, 'c.txt'), 'no mail');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run bounce', () => {
  it('prints one JSON object for each file and nothing else', () => {
    const out = execFileSync(process.execPath, [script, '--json', folder], { encoding: 'utf8' });
    const lines: unknown[] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toEqual([
      {
        file: join(folder, 'a.eml'),
        kind: 'bounce',
        messageId: null,
        recipients: [
          {
            address: 'kim@customer.example',
            alternates: [],
            action: 'failed',
            status: '5.1.1',
            replyCode: '550',
            category: 'unknown-user',
            hard: true,
            diagnostic: 'Remote host said: 550 5.1.1 User unknown',
          },
        ],
      },
      { file: join(folder, 'b.eml'), kind: 'none', messageId: null, recipients: [] },
    ]);
  });

  it('says on stderr what it could not read, and goes on', () => {
    const missing = join(folder, 'missing.eml');
    const run = spawnSync(process.execPath, [script, '--json', missing, join(folder, 'b.eml')], {
      encoding: 'utf8',
    });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain(missing);
    expect(run.stdout.trimEnd().split('\n')).toHaveLength(1);
  });
});
