import type { Account, Switches } from '@postrider/sandbox/accounts';
import { createGoogle, type Google } from '@postrider/sandbox/google';
import { createPostOffice, type PostOffice } from '@postrider/sandbox/post-office';
import { likeliestSwitches } from '@postrider/sandbox/switches';
import { google as googleapis, type gmail_v1 } from 'googleapis';

import { serveLoopback } from './loopback.ts';

/** Two accounts on the sandbox's Google, reached by Google's own client over a local socket. */
export type SandboxWorld = {
  readonly google: Google;
  readonly office: PostOffice;
  readonly ana: Account;
  readonly ben: Account;
  /** Where the API is: Google's client must be told again for uploads. */
  readonly root: string;
  /** Google's client for an account, with this token or a good one. */
  client(address: string, token?: string): gmail_v1.Gmail;
  /** Moves the clock (ms) and carries out what is due. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
};

/** Starts such a world on a clock that only the test moves. */
export const startSandboxWorld = async (
  switches: Partial<Switches> = {},
): Promise<SandboxWorld> => {
  let now = Date.UTC(2026, 10, 23, 9);
  const clock = () => now;
  const google = createGoogle({
    clock,
    switches: {
      ...likeliestSwitches,
      ...switches,
    },
  });
  const ana = google.addAccount({ address: 'ana@acme.example', name: 'Ana Silva' });
  const ben = google.addAccount({ address: 'ben@acme.example', name: 'Ben Okafor' });
  const office = createPostOffice({ clock, accounts: google.accounts });
  google.onDeparture((sender, message) => office.submit(sender, message));
  const server = await serveLoopback('https://gmail.googleapis.com', (request) =>
    google.gmailApi(request),
  );
  return {
    google,
    office,
    ana,
    ben,
    root: server.root,
    client: (address, token = google.issueToken(address)) => {
      const auth = new googleapis.auth.OAuth2();
      auth.setCredentials({ access_token: token });
      return googleapis.gmail({ version: 'v1', auth, rootUrl: server.root, retry: false });
    },
    pass: async (ms) => {
      now += ms;
      await google.settle();
      await office.settle();
    },
    close: async () => {
      google.close();
      office.close();
      await server.close();
    },
  };
};

/** A mail as base64url, as the API takes it. */
export const rawMail = (headers: Readonly<Record<string, string>>, body = 'Hello'): string => {
  const lines = Object.entries({ From: 'ana@acme.example', Subject: 'Offer', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}\r\n`).toString('base64url');
};

/** How Google's client reports an answer that is no success: its status, reason and text. */
export type Refusal = { status: number; reason: string | undefined; message: string };

type ErrorAnswer = {
  response: {
    status: number;
    data: { error: { message: string; errors?: { reason: string }[] } };
  };
};

const hasAnswer = (error: unknown): error is ErrorAnswer =>
  error instanceof Error && 'response' in error && error.response !== undefined;

/** Waits for a call to be refused. */
export const refusalOf = async (call: Promise<unknown>): Promise<Refusal> => {
  try {
    await call;
  } catch (error) {
    if (!hasAnswer(error)) throw error;
    const { status, data } = error.response;
    return { status, reason: data.error.errors?.[0]?.reason, message: data.error.message };
  }
  throw new Error('The call was not refused');
};
