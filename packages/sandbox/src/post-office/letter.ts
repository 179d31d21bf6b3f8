import type { Account } from '../accounts.ts';

/** A mail that has left, byte for byte. `messageId` with brackets. */
export type Letter = { readonly raw: Buffer; readonly messageId: string };

/** A letter in the hands of the post office. `sentAt`: epoch ms. */
export type Mail = Letter & { readonly sender: Account; readonly sentAt: number };
