import type { MailId } from '../../domain/ids.ts';

/** Makes a text of at least 16 random bytes that nothing else is called. */
export type RandomIdSource = () => string;

/** Makes a new mailId out of 16 random bytes. */
export type MailIdSource = () => MailId;
