import { branded } from '@postrider/shared/domain/brand';
import { toBase64url } from '@postrider/shared/domain/encoding/base64url';
import type { MailId } from '@postrider/shared/domain/ids';

/** The browser's clock. */
export const clock = () => Date.now();

/** Whole milliseconds that run on whatever is done to the clock. */
export const ticks = () => Math.floor(performance.now());

/** The browser's timer. */
export const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The platform's fetch refuses to be called as a method of anything else. */
export const send: typeof fetch = (...request) => fetch(...request);

/** A text of 16 random bytes. */
export const newId = () => toBase64url(crypto.getRandomValues(new Uint8Array(16)));

/** A new mailId from the browser's own randomness. */
export const newMailId = (): MailId => branded(newId());
