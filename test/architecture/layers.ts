/** A layer of the house: which files are in it, which layers and packages it may import. The table of docs/architecture.md. */
export type Layer = {
  readonly name: string;
  readonly files: RegExp;
  readonly layers: readonly string[];
  /** Packages from npm (or Node, as `node:`), each with a reason in docs/decisions/dependencies.md. */
  readonly packages: readonly string[];
};

const shared = 'packages/shared/src';

/** The house, innermost first. A file belongs to the first layer that matches it. */
export const layers: readonly Layer[] = [
  {
    name: 'domain',
    files: new RegExp(`^${shared}/domain/`),
    layers: ['domain'],
    packages: ['@noble/hashes'],
  },
  {
    name: 'ports',
    files: new RegExp(`^${shared}/application/ports/`),
    layers: ['domain', 'ports'],
    packages: [],
  },
  {
    name: 'application',
    files: new RegExp(`^${shared}/application/`),
    layers: ['domain', 'ports', 'application'],
    packages: [],
  },
  {
    name: 'adapters/http',
    files: new RegExp(`^${shared}/adapters/http/`),
    layers: ['domain', 'ports', 'adapters/http'],
    packages: ['valibot'],
  },
  {
    name: 'adapters/gmail',
    files: new RegExp(`^${shared}/adapters/gmail/`),
    layers: ['domain', 'ports', 'adapters/http', 'adapters/gmail'],
    packages: ['valibot', '@googleapis/gmail'],
  },
  {
    name: 'adapters/graph',
    files: new RegExp(`^${shared}/adapters/graph/`),
    layers: ['domain', 'ports', 'adapters/http', 'adapters/graph'],
    packages: ['valibot', '@microsoft/microsoft-graph-types'],
  },
  {
    name: 'adapters/ews',
    files: new RegExp(`^${shared}/adapters/ews/`),
    layers: ['domain', 'ports', 'adapters/ews'],
    packages: ['valibot', 'fast-xml-parser'],
  },
  {
    name: 'adapters/csv',
    files: new RegExp(`^${shared}/adapters/csv/`),
    layers: ['domain', 'ports', 'adapters/csv'],
    packages: ['papaparse'],
  },
  {
    name: 'adapters/storage',
    files: new RegExp(`^${shared}/adapters/storage/`),
    layers: ['domain', 'ports', 'adapters/storage'],
    packages: ['idb', 'valibot'],
  },
  {
    name: 'ui',
    files: new RegExp(`^${shared}/ui/`),
    layers: ['domain', 'ports', 'application', 'ui'],
    packages: ['react', 'react-dom', 'zustand', '@tanstack/react-virtual', 'lucide-react'],
  },
  {
    name: 'gmail-extension',
    files: /^packages\/gmail-extension\/src\//,
    layers: [
      'domain',
      'ports',
      'application',
      'adapters/http',
      'adapters/gmail',
      'adapters/storage',
      'adapters/csv',
      'ui',
      'gmail-extension',
    ],
    packages: ['@inboxsdk/core', 'react', 'react-dom', 'valibot'],
  },
  {
    name: 'outlook-addin',
    files: /^packages\/outlook-addin\/src\//,
    layers: [
      'domain',
      'ports',
      'application',
      'adapters/http',
      'adapters/graph',
      'adapters/ews',
      'adapters/storage',
      'adapters/csv',
      'ui',
      'outlook-addin',
    ],
    packages: ['@azure/msal-browser', 'react', 'react-dom', 'valibot'],
  },
  {
    name: 'sandbox',
    files: /^packages\/sandbox\/src\//,
    layers: ['sandbox'],
    packages: [
      'node:',
      '@emulators/core',
      '@emulators/google',
      'nodemailer',
      'postal-mime',
      'selfsigned',
      'fast-xml-parser',
      '@microsoft/office-js',
      'playwright',
      'vite',
      'rolldown',
      'valibot',
    ],
  },
];
