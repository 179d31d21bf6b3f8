import { expect, it } from 'vitest';

import { csvOf } from './csv.ts';

it('writes rows that a spreadsheet reads as they are', () => {
  expect(
    csvOf([
      ['Address', 'Why'],
      ['a@b.example', 'said "no", twice\nat least'],
    ]),
  ).toBe('\uFEFFAddress,Why\r\na@b.example,"said ""no"", twice\nat least"\r\n');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1'])(
  'lets %j be no formula',
  (text) => {
    expect(csvOf([[text]])).toMatch(/^\uFEFF"?'/);
  },
);
