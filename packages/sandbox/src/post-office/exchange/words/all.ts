import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { japanese } from './japanese.ts';
import { spanish } from './spanish.ts';
import type { ExchangeWords, Language } from './words.ts';

/** Every language in which Exchange writes here. */
export const allWords: Readonly<Record<Language, ExchangeWords>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  ja: japanese,
};
