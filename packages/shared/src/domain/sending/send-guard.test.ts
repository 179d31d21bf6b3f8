import { expect, it } from 'vitest';

import { obstaclesFor, refuses, type SendGuard } from './send-guard.ts';

const suppressed = {
  kind: 'suppressed',
  because: 'bounced',
  by: 'product',
  since: 1,
  why: '',
} as const;
const guard: SendGuard = {
  addresses: [
    { address: 'kim@initech.example', obstacle: suppressed },
    { address: 'lou@initech.example', obstacle: { kind: 'on-hold', since: 1, why: '' } },
  ],
  blockedDomains: ['rival.example'],
  complete: true,
};

it('names who has something in the way, whatever the case, each once', () => {
  const asked = [
    'Max@x.example',
    ' KIM@initech.example',
    'kim@initech.example',
    'lou@initech.example',
  ];
  const found = obstaclesFor(guard, asked);
  expect(found.map((one) => one.address)).toEqual(['kim@initech.example', 'lou@initech.example']);
  expect(found.map((one) => refuses(one.obstacle))).toEqual([true, false]);
});

it('blocks a domain with those below it and none that only ends alike', () => {
  const asked = ['a@rival.example', 'b@mail.rival.example', 'c@notrival.example'];
  expect(obstaclesFor(guard, asked).map((one) => one.address)).toEqual([
    'a@rival.example',
    'b@mail.rival.example',
  ]);
});
