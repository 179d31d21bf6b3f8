import * as v from 'valibot';

import { signedInSchema } from './dialog-message.ts';
import type { SignedIn } from './sign-in.ts';

/** Where the token of a sign-in window is kept. */
export type KeptSignIn = {
  read(): SignedIn | null;
  write(signedIn: SignedIn | null): void;
};

const key = 'postrider.signed-in';

/** The browser's sessionStorage, which ends with the tab and belongs to our pages inside this Outlook alone; where it is blocked, memory. */
export function sessionSignIn(): KeptSignIn {
  let memory: SignedIn | null = null;
  return {
    read() {
      try {
        const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
        const parsed = v.safeParse(signedInSchema, stored);
        return parsed.success ? parsed.output : memory;
      } catch {
        return memory;
      }
    },
    write(signedIn) {
      memory = signedIn;
      try {
        if (signedIn === null) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify(signedIn));
      } catch {
        // It stays in memory.
      }
    },
  };
}
