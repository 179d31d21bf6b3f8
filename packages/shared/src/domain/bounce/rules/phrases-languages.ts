import type { PhraseGroup } from './rule.ts';

const exchange = 'Exchange Server and Exchange Online, localised notices';
const common = 'Common wording in that language';

/** Words in other languages than English, for notices that carry no code. */
export const languagePhrases: readonly PhraseGroup[] = [
  // French
  { category: 'unknown-user', source: exchange, words: ['est introuvable'] },
  { category: 'unknown-user', source: common, words: ["n'existe pas", 'destinataire invalide'] },
  { category: 'mailbox-full', source: exchange, words: ['boîte aux lettres…pleine'] },
  { category: 'mailbox-full', source: common, words: ['boite aux lettres…pleine'] },
  // German
  { category: 'unknown-user', source: exchange, words: ['wurde nicht gefunden'] },
  { category: 'unknown-user', source: common, words: ['existiert nicht'] },
  { category: 'mailbox-full', source: exchange, words: ['postfach…voll'] },
  { category: 'unknown-user', source: common, words: ['empfänger unbekannt'] },
  // Italian
  { category: 'unknown-user', source: exchange, words: ["trovare l'indirizzo"] },
  { category: 'unknown-user', source: common, words: ['non esiste'] },
  { category: 'mailbox-full', source: exchange, words: ['casella…piena'] },
  // Spanish
  { category: 'unknown-user', source: exchange, words: ['no se encontró'] },
  { category: 'unknown-user', source: common, words: ['no existe'] },
  { category: 'mailbox-full', source: exchange, words: ['buzón…lleno'] },
  // Portuguese
  { category: 'unknown-user', source: exchange, words: ['não foi encontrado'] },
  { category: 'unknown-user', source: common, words: ['não existe'] },
  { category: 'mailbox-full', source: exchange, words: ['caixa…cheia'] },
  // Dutch
  { category: 'unknown-user', source: exchange, words: ['is niet gevonden'] },
  { category: 'unknown-user', source: common, words: ['bestaat niet'] },
  { category: 'mailbox-full', source: exchange, words: ['postvak…vol'] },
  // Swedish
  { category: 'unknown-user', source: exchange, words: ['hittades inte'] },
  { category: 'unknown-user', source: common, words: ['finns inte'] },
  { category: 'mailbox-full', source: exchange, words: ['postlåda…full'] },
  // Russian
  { category: 'unknown-user', source: exchange, words: ['не найден'] },
  { category: 'unknown-user', source: common, words: ['не существует'] },
  { category: 'mailbox-full', source: common, words: ['ящик…переполнен'] },
  // Japanese
  { category: 'unknown-user', source: exchange, words: ['見つかりません'] },
  { category: 'unknown-user', source: common, words: ['存在しません'] },
  { category: 'mailbox-full', source: common, words: ['メールボックスが一杯'] },
  { category: 'mailbox-full', source: exchange, words: ['メールボックスがいっぱい'] },
  // Chinese
  { category: 'unknown-user', source: common, words: ['用户不存在'] },
  { category: 'mailbox-full', source: common, words: ['邮箱…已满'] },
];
