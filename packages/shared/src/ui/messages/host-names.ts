/** What the plugin's host is called: "Gmail" and "Google". */
export type HostNames = {
  readonly mail: string;
  readonly provider: string;
  /** What must be open for mail of the queue to leave, as a sentence; absent = nothing must. */
  readonly leaves?: string;
};
