/** What the plugin's host is called: "Gmail" and "Google". */
export type HostNames = { readonly mail: string; readonly provider: string };
