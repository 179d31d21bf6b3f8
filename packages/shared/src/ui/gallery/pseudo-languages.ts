import { english, type Messages } from '../messages/en.ts';

type Pseudo = {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly change: (text: string) => string;
};

const kana = Array.from('送信済受信箱宛先件名返不達再試行保留予定確認');
const arabic = Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهوي');

/** Changes each word, but no address: these come from outside also where they stand in a sentence of ours. */
const eachWord = (text: string, change: (word: string) => string) =>
  text.replaceAll(/[^\s:]*@[^\s:]*|\p{L}+/gu, (word) => (word.includes('@') ? word : change(word)));

/** Letters in the place of others, the same ones each time. */
const respelled = (word: string, alphabet: readonly string[], share: number) =>
  Array.from(
    { length: Math.ceil(word.length * share) },
    (_, at) => alphabet[((word.codePointAt(at) ?? 0) + at) % alphabet.length],
  ).join('');

/** English with the lengths, scripts and direction of other languages: what a layout must bear before they are written. */
export const pseudoLanguages = {
  /** German: a third longer, and one word that cannot be broken. */
  german: {
    locale: 'de-DE',
    direction: 'ltr',
    change: (text) => {
      let longest = '';
      eachWord(text, (word) => {
        if (word.length > longest.length) longest = word;
        return word;
      });
      return eachWord(text, (word) =>
        word === longest
          ? `${word}sbestätigungen`
          : word + 'lungen'.slice(0, Math.floor(word.length / 4)),
      );
    },
  },
  /** Japanese: short, no spaces to break lines at. */
  japanese: {
    locale: 'ja-JP',
    direction: 'ltr',
    change: (text) =>
      eachWord(text, (word) => respelled(word, kana, 0.5)).replaceAll(
        /(?<=\p{Lo}) (?=\p{Lo})/gu,
        '',
      ),
  },
  /** Arabic: written from right to left. */
  arabic: {
    locale: 'ar-EG',
    direction: 'rtl',
    change: (text) => eachWord(text, (word) => respelled(word, arabic, 0.9)),
  },
} satisfies Record<string, Pseudo>;

/** The name of a pseudo-language. */
export type PseudoLanguage = keyof typeof pseudoLanguages;

/** Whether a text names one. */
export function isPseudoLanguage(name: string): name is PseudoLanguage {
  return name in pseudoLanguages;
}

/** All words of the product in a pseudo-language; what stands in them from outside stays as it is. */
export function pseudoMessages(name: PseudoLanguage): Messages {
  const { locale, direction, change } = pseudoLanguages[name];
  const words = reworded(english({ mail: 'Gmail', provider: 'Google' }), change);
  return { ...words, language: { tag: locale, direction } };
}

type Change = Pseudo['change'];

function reworded<Value>(value: Value, change: Change): Value;
function reworded(value: unknown, change: Change): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'function') {
    return (...given: unknown[]) => reworded(Reflect.apply(value, null, given), change);
  }
  if (Array.isArray(value)) return value.map((part: unknown) => reworded(part, change));
  if (typeof value !== 'object' || value === null || 'outside' in value) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, reworded<unknown>(part, change)]),
  );
}
