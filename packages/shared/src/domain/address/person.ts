/** A person as mail names them: `address` in lower case, `name` as text to show (never HTML), empty where mail gave none. */
export type Person = { readonly address: string; readonly name: string };
