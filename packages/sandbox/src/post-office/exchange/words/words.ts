import type { ExchangeReason } from '../exchange-notice.ts';

/** The languages in which Exchange writes here. */
export type Language = 'en' | 'de' | 'fr' | 'es' | 'ja';

/** A language's words around the codes. */
export type ExchangeWords = {
  /** Content-Language. */
  readonly tag: string;
  /** Before the subject of the mail. */
  readonly failedSubject: string;
  readonly delayedSubject: string;
  readonly failedHeading: string;
  readonly delayedHeading: string;
  /** What the person is told. */
  readonly reasons: Readonly<Record<ExchangeReason, string>>;
  readonly diagnostics: string;
  readonly generatingServer: string;
  readonly originalHeaders: string;
};
