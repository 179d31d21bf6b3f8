import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { readXml, type Element } from '../../scripts/lib/manifest/xml-tree.mjs';

type Headers = Readonly<Record<string, string>>;

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const addin = 'packages/outlook-addin/';
const { rules }: { readonly rules: readonly { files: string; headers: Headers }[] } = JSON.parse(
  read(`${addin}public/headers.json`),
);

/** The product's own word: of the rules that match a path all hold, a later one over an earlier one. */
function wanted(path: string): Headers {
  const matches = (pattern: string) =>
    new RegExp(
      `^${pattern
        .split('*')
        .map((part) => part.replaceAll('.', String.raw`\.`))
        .join('.*')}$`,
    ).test(path);
  return Object.assign(
    {},
    ...rules.filter(({ files }) => matches(files)).map(({ headers }) => headers),
  );
}

/** nginx: the longest prefix, unless an expression matches and the prefix is not ^~; headers of the chosen location alone. */
function byNginx(path: string): Headers {
  const locations = [
    ...read('docs/admin/outlook/nginx.conf').matchAll(/location (?:(\^~|~) )?(\S+) \{([^}]*)\}/g),
  ].map(([, how = '', pattern = '', body = '']) => ({ how, pattern, headers: addHeaders(body) }));
  const prefix = locations
    .filter(({ how, pattern }) => how !== '~' && `/${path}`.startsWith(pattern))
    .toSorted((one, other) => other.pattern.length - one.pattern.length)[0];
  const expression = locations.find(
    ({ how, pattern }) => how === '~' && new RegExp(pattern).test(`/${path}`),
  );
  const chosen = prefix?.how === '^~' ? prefix : (expression ?? prefix);
  return chosen?.headers ?? {};
}

function addHeaders(body: string): Headers {
  return Object.fromEntries(
    [...body.matchAll(/add_header (\S+) "([^"]*)";/g)].map(([, name, value]) => [name, value]),
  );
}

const server = ({ children }: Element) => children.find(({ name }) => name === 'system.webServer');

/** IIS: the headers of the whole folder, changed by the location that names the file or a folder above it. */
function byIis(path: string): Headers {
  const top = readXml(read('docs/admin/outlook/web.config'));
  const headers = new Map<string, string>();
  const apply = (part: Element | undefined) => {
    const custom = part?.children.find(({ name }) => name === 'httpProtocol')?.children[0];
    for (const { name, attributes } of custom?.children ?? []) {
      if (name === 'remove') headers.delete(attributes['name'] ?? '');
      else if (headers.has(attributes['name'] ?? ''))
        throw new Error('IIS answers 500 where a header is added twice.');
      else headers.set(attributes['name'] ?? '', attributes['value'] ?? '');
    }
  };
  apply(server(top));
  for (const location of top.children) {
    const at = location.attributes['path'];
    if (at !== undefined && (path === at || path.startsWith(`${at}/`))) apply(server(location));
  }
  return Object.fromEntries(headers);
}

const pages = [
  ...readdirSync(new URL(`../../${addin}src`, import.meta.url)),
  ...readdirSync(new URL(`../../${addin}public`, import.meta.url)),
].filter((name) => name.endsWith('.html'));

describe('the examples for web servers send what the product asks for', () => {
  it.each([
    ...pages,
    'commands.js',
    'policy.json',
    'headers.json',
    'assets/pane-1a2b.js',
    'icons/64.png',
  ])('%s', (path) => {
    expect(byNginx(path)).toEqual(wanted(path));
    expect(byIis(path)).toEqual(wanted(path));
  });
});
