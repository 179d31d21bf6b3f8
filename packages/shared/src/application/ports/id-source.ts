import type { MailId } from '../../domain/ids.ts';

/** Makes a new mailId out of 16 random bytes. */
export type MailIdSource = () => MailId;
