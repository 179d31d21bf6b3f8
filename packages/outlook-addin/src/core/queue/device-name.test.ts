import { expect, it } from 'vitest';

import { deviceName } from './device-name.ts';

function memory(initial: Record<string, string> = {}) {
  const values = new Map(Object.entries(initial));
  return {
    read: (key: string) => values.get(key) ?? null,
    write: (key: string, value: string) => void values.set(key, value),
  };
}

it('is made once and stays', () => {
  const kept = memory();
  expect(deviceName(kept, () => 'first')).toBe('first');
  expect(deviceName(kept, () => 'second')).toBe('first');
});

it('is made anew where what is kept cannot stand in a lease', () => {
  expect(deviceName(memory({ device: 'a (b' }), () => 'made')).toBe('made');
});
