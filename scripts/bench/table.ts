import { type Figure, keeps } from './figure.ts';

/** The table as Markdown, so that it can stand in docs/figures.md as it was printed. */
export function showTable(figures: readonly Figure[]): string {
  const head = ['figure', 'measured', 'limit', 'ratio', 'reference', 'ratio to it', ''];
  const rows = figures.map((figure) => {
    const { measured, unit, limit, rule, reference } = figure;
    return [
      figure.figure,
      withUnit(measured, unit),
      limit === null ? '' : `${rule === 'exactly' ? '' : '≤ '}${withUnit(limit, unit)}`,
      limit === null || limit === 0 ? '' : (measured / limit).toFixed(2),
      reference === undefined ? '' : `${reference.what}: ${withUnit(reference.value, unit)}`,
      reference === undefined || reference.value === 0
        ? ''
        : `${(measured / reference.value).toFixed(2)} ×`,
      limit === null ? '' : keeps(figure) ? 'ok' : 'over',
    ];
  });
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function withUnit(value: number, unit: string): string {
  const digits = Number.isInteger(value) ? 0 : value < 100 ? 2 : 1;
  const number = value.toLocaleString('en-US', { maximumFractionDigits: digits });
  return unit === '' ? number : `${number} ${unit}`;
}
