import type { PhraseGroup } from './rule.ts';

const source = 'Localised notices of Exchange Server and Exchange Online, and common wording';

/** Words in other languages than English, for notices that carry no code. */
export const languagePhrases: readonly PhraseGroup[] = [
  {
    category: 'unknown-user',
    source,
    words: [
      // French
      'est introuvable',
      "n'existe pas",
      'destinataire invalide',
      // German
      'wurde nicht gefunden',
      'existiert nicht',
      'empfänger unbekannt',
      // Italian
      "trovare l'indirizzo",
      'non esiste',
      // Spanish
      'no se encontró',
      'no existe',
      // Portuguese
      'não foi encontrado',
      'não existe',
      // Dutch
      'is niet gevonden',
      'bestaat niet',
      // Swedish
      'hittades inte',
      'finns inte',
      // Russian
      'не найден',
      'не существует',
      // Japanese
      '見つかりません',
      '存在しません',
      'ディレクトリのリストにありません',
      // Chinese
      '用户不存在',
    ],
  },
  {
    category: 'mailbox-full',
    source,
    words: [
      // French
      'boîte aux lettres…pleine',
      'boite aux lettres…pleine',
      // German
      'postfach…voll',
      // Italian
      'casella…piena',
      // Spanish
      'buzón…lleno',
      // Portuguese
      'caixa…cheia',
      // Dutch
      'postvak…vol',
      // Swedish
      'postlåda…full',
      // Russian
      'ящик…переполнен',
      // Japanese
      'メールボックスが一杯',
      'メールボックスがいっぱい',
      // Chinese
      '邮箱…已满',
    ],
  },
];
