import { randomBytes } from 'node:crypto';

/** What an authorization code stands for. */
export type Code = {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly address: string;
  readonly scope: string;
  readonly nonce: string | null;
  /** S256 (RFC 7636). */
  readonly challenge: string;
  /** Epoch ms. */
  readonly expiresAt: number;
};

/** Authorization codes, each good once. */
export type Codes = {
  issue(code: Omit<Code, 'expiresAt'>): string;
  redeem(text: string): Code | 'used' | 'unknown';
};

const CODE_MS = 10 * 60_000;

/** No codes. */
export const createCodes = (clock: () => number): Codes => {
  const codes = new Map<string, Code | 'used'>();
  return {
    issue: (code) => {
      const text = `1.AXoA${randomBytes(40).toString('base64url')}`;
      codes.set(text, { ...code, expiresAt: clock() + CODE_MS });
      return text;
    },
    redeem: (text) => {
      const code = codes.get(text) ?? 'unknown';
      if (code === 'unknown' || code === 'used') return code;
      codes.set(text, 'used');
      return code.expiresAt > clock() ? code : 'unknown';
    },
  };
};
