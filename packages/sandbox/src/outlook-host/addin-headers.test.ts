import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { headersByRules } from './addin-headers.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'postrider-headers-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('takes the header lines of the build, a later rule over an earlier one, and adds the own server', () => {
  const policy = "default-src 'none'; frame-ancestors https://outlook.office.com";
  const rules = [
    { files: '*', headers: { 'Cache-Control': 'no-cache' } },
    { files: '*.html', headers: { 'Content-Security-Policy': policy } },
    { files: 'assets/*', headers: { 'Cache-Control': 'max-age=1' } },
  ];
  writeFileSync(join(folder, 'headers.json'), JSON.stringify({ rules }));
  const headersFor = headersByRules(folder, ['mail.own.example']);
  expect(headersFor('/assets/a.js')).toEqual({ 'Cache-Control': 'max-age=1' });
  expect(headersFor('/pane.html')).toEqual({
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': `${policy} https://mail.own.example`,
  });
});

it('sets none where the build says nothing', () => {
  expect(headersByRules(join(folder, 'nowhere'), [])('/pane.html')).toEqual({});
});
