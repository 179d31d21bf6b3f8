import { expect, it } from 'vitest';

import { importsOf } from './import-graph.ts';
import { type Layer, layers } from './layers.ts';
import { sourceFiles } from './source-files.ts';

const testFile = /\.test\.tsx?$/;
const files = sourceFiles(/^packages\/.*\.tsx?$/).filter(
  (file) => !testFile.test(file.path) && !file.path.endsWith('.config.ts'),
);

function layerOf(path: string): Layer | undefined {
  return layers.find((layer) => layer.files.test(path));
}

it('finds the house at all', () => {
  expect(files.filter((file) => layerOf(file.path)?.name === 'domain').length).toBeGreaterThan(5);
});

it.each(layers)('$name imports only what docs/architecture.md allows', (layer) => {
  const wrong = files
    .filter((file) => layerOf(file.path) === layer)
    .flatMap((file) =>
      importsOf(file)
        .filter((one) => {
          if (one.kind === 'package') return !layer.packages.includes(one.name);
          const target = layerOf(one.path);
          return target !== undefined && !layer.layers.includes(target.name);
        })
        .map((one) => `${file.path} -> ${one.kind === 'file' ? one.path : one.name}`),
    );
  expect(wrong).toEqual([]);
});

it('leads from the extension to no Exchange adapter, and from nowhere in the product to the sandbox', () => {
  const wrong = files
    .filter((file) => !file.path.startsWith('packages/sandbox/'))
    .flatMap((file) => importsOf(file).map((one) => ({ file: file.path, one })))
    .filter(({ one }) => one.kind === 'file' && one.path.startsWith('packages/sandbox/'));
  expect(wrong).toEqual([]);
  expect(
    reachable('packages/gmail-extension/src/').filter((path) =>
      /adapters\/(graph|ews)\//.test(path),
    ),
  ).toEqual([]);
});

function reachable(start: string): readonly string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const seen = new Set(files.map((file) => file.path).filter((path) => path.startsWith(start)));
  for (const path of seen) {
    const file = byPath.get(path);
    if (file) for (const one of importsOf(file)) if (one.kind === 'file') seen.add(one.path);
  }
  return [...seen];
}
