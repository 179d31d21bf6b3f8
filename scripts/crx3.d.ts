declare module 'crx3' {
  /** Writes a crx of these files, which share one folder with a manifest.json (the package has no types of its own). */
  const crx3: (
    files: readonly string[],
    options: { readonly keyPath: string; readonly crxPath: string },
  ) => Promise<unknown>;
  export default crx3;
}
