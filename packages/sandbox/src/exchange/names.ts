import { createHash } from 'node:crypto';

import type { ExchangeKind } from './exchange.ts';

/** Makes the names of a mailbox's things, the same ones for the same address and order. */
export type Names = {
  /** Of an item or folder: 24 hex digits. */
  item(): string;
  /** As Graph and EWS write conversation ids. */
  conversation(): string;
  changeKey(): string;
  /** A Message-ID with brackets, as this Exchange writes them. */
  messageId(): string;
};

/** Names for one mailbox. */
export const createNames = (address: string, kind: ExchangeKind): Names => {
  let made = 0;
  const digest = (purpose: string): Buffer => {
    made += 1;
    return createHash('sha256').update(`${address} ${purpose} ${made}`).digest();
  };
  return {
    item: () => digest('item').toString('hex').slice(0, 24),
    conversation: () =>
      `AAQkAD${digest('conversation').toString('base64url').slice(0, 36)}AQA${digest('conversation').toString('base64url').slice(0, 23)}=`,
    changeKey: () => `CQAAABYAAAD${digest('change').toString('base64').slice(0, 28)}`,
    messageId: () => {
      const hex = digest('message').toString('hex').toUpperCase();
      if (kind === 'server') {
        const domain = address.slice(address.indexOf('@') + 1);
        return `<${hex.slice(0, 32).toLowerCase()}@mail.${domain}>`;
      }
      const server = `DB9PR05MB${String(parseInt(hex.slice(0, 4), 16) % 10_000).padStart(4, '0')}`;
      return `<${server}${hex.slice(0, 27)}@${server}.eurprd05.prod.outlook.com>`;
    },
  };
};
