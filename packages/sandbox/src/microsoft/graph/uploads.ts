import { randomBytes } from 'node:crypto';

import type { ExchangeMailbox } from '../../exchange/mailbox.ts';
import type { MailFile } from './mail/read-mail.ts';

/** A file that is on its way in pieces. */
export type Upload = {
  readonly mailbox: ExchangeMailbox;
  readonly itemId: string;
  readonly file: Omit<MailFile, 'content'>;
  readonly size: number;
  /** Epoch ms. */
  readonly expiresAt: number;
  readonly received: readonly Buffer[];
};

/** Upload sessions for attachments, each under a secret that its address carries instead of a token. */
export type Uploads = {
  open(upload: Omit<Upload, 'received'>): string;
  find(secret: string): Upload | undefined;
  append(secret: string, bytes: Buffer): Upload | undefined;
  close(secret: string): void;
};

/** No sessions. */
export const createUploads = (): Uploads => {
  const sessions = new Map<string, Upload>();
  return {
    open: (upload) => {
      const secret = randomBytes(24).toString('base64url');
      sessions.set(secret, { ...upload, received: [] });
      return secret;
    },
    find: (secret) => sessions.get(secret),
    append: (secret, bytes) => {
      const session = sessions.get(secret);
      if (!session) return undefined;
      const longer = { ...session, received: [...session.received, bytes] };
      sessions.set(secret, longer);
      return longer;
    },
    close: (secret) => {
      sessions.delete(secret);
    },
  };
};
