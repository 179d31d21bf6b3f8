import type { PostBox } from './boxes/box.ts';

/** A mail that has left, byte for byte. `messageId` with brackets. */
export type Letter = { readonly raw: Buffer; readonly messageId: string };

/** A letter in the hands of the post office. `sentAt`: epoch ms. */
export type Mail = Letter & { readonly sender: PostBox; readonly sentAt: number };
