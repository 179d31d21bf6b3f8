import { expect, it } from 'vitest';

import { sourceFiles } from './source-files.ts';

const code = sourceFiles(/\.(ts|tsx|mjs|css)$/).filter(
  (file) => !/(^|\/)(fixtures|dist)\//.test(file.path),
);
const written = code.filter((file) => !/\.(test|spec)\.tsx?$/.test(file.path));
const lines = (text: string) => text.split('\n').length - 1;

it('keeps every file under 300 lines', () => {
  expect(code.filter((file) => lines(file.text) > 300).map((file) => file.path)).toEqual([]);
});

it('keeps the median file under 80 lines', () => {
  const sorted = written.map((file) => lines(file.text)).toSorted((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80);
});

it('has no any, no enum, no ignored type error and no silenced lint rule', () => {
  const forbidden =
    /:\s*any\b|\bas any\b|<any>|^\s*(export )?(const )?enum |@ts-(ignore|expect-error|nocheck)|(es|ox)lint-disable/m;
  const wrong = code.filter(
    (file) => /\.tsx?$/.test(file.path) && forbidden.test(withoutRules(file.text)),
  );
  expect(wrong.map((file) => file.path)).toEqual([]);
});

it('has no default export outside configuration', () => {
  const wrong = written.filter(
    (file) => /^export default /m.test(file.text) && !file.path.endsWith('.config.ts'),
  );
  expect(wrong.map((file) => file.path)).toEqual([]);
});

/** This file names what it forbids; its own regular expressions do not count. */
function withoutRules(text: string): string {
  return text.replaceAll(/^\s+\/.*\/m;$/gm, '');
}

it('knows no platform, clock or chance in the domain', () => {
  const words =
    /\b(window|document|navigator|localStorage|chrome|Office|fetch|XMLHttpRequest)\b|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/;
  const wrong = sourceFiles(/^packages\/shared\/src\/domain\/.*\.ts$/)
    .filter((file) => !file.path.endsWith('.test.ts'))
    .flatMap((file) =>
      withoutTexts(file.text)
        .split('\n')
        .filter((line) => words.test(line))
        .map((line) => `${file.path}: ${line.trim()}`),
    );
  expect(wrong).toEqual([]);
});

/** Words in comments, strings and regular expressions name no variable. */
function withoutTexts(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''")
    .replaceAll(/\/(?![*/ ])(?:[^/\\\n]|\\.)+\/[a-z]*/g, "''");
}

it('says on every export what it is', () => {
  const wrong = written
    .filter((file) => file.path.startsWith('packages/') && /\.tsx?$/.test(file.path))
    .flatMap((file) => undocumented(file.text).map((name) => `${file.path}: ${name}`));
  expect(wrong).toEqual([]);
});

function undocumented(text: string): readonly string[] {
  const rows = text.split('\n');
  return rows.flatMap((row, at) => {
    const name =
      /^export (?:async )?(?:declare )?(?:function\*?|const|type|interface|class) (\w+)/.exec(
        row,
      )?.[1];
    return name !== undefined && !/\*\/\s*$/.test(rows[at - 1] ?? '') ? [name] : [];
  });
}
