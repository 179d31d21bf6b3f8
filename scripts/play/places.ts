/** Where things are: this code runs from a bundle and cannot tell by its own place. Folders end in a slash. */
export type Places = {
  readonly chromium: string;
  /** The Gmail extension as built. */
  readonly extension: string;
  /** The Outlook add-in's files as built, and the manifest that names them. */
  readonly addin: string;
  readonly manifest: string;
  readonly screenshots: string;
};
