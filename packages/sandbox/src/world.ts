/** Someone who has an account in the sandbox. */
export type Resident = { readonly address: string; readonly name: string };

/** The two reps of Acme, in the order in which they are signed in. */
export const reps: readonly Resident[] = [
  { address: 'ana@acme.example', name: 'Ana Silva' },
  { address: 'ben@acme.example', name: 'Ben Okafor' },
];
