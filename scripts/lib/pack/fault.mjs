/** Something the person at the terminal can put right; the message says how. Any other error is a bug. */
export class Fault extends Error {}
