import type { PhraseRule } from './rule.ts';

const exchange = 'Exchange Server and Exchange Online, localised notices';
const common = 'Common wording in that language';

/** Words in other languages than English, for notices that carry no code. */
export const languagePhrases: readonly PhraseRule[] = [
  // French
  { words: 'est introuvable', category: 'unknown-user', source: exchange },
  { words: "n'existe pas", category: 'unknown-user', source: common },
  { words: 'destinataire invalide', category: 'unknown-user', source: common },
  { words: 'boîte aux lettres…pleine', category: 'mailbox-full', source: exchange },
  { words: 'boite aux lettres…pleine', category: 'mailbox-full', source: common },
  // German
  { words: 'wurde nicht gefunden', category: 'unknown-user', source: exchange },
  { words: 'existiert nicht', category: 'unknown-user', source: common },
  { words: 'postfach…voll', category: 'mailbox-full', source: exchange },
  { words: 'empfänger unbekannt', category: 'unknown-user', source: common },
  // Italian
  { words: "trovare l'indirizzo", category: 'unknown-user', source: exchange },
  { words: 'non esiste', category: 'unknown-user', source: common },
  { words: 'casella…piena', category: 'mailbox-full', source: exchange },
  // Spanish
  { words: 'no se encontró', category: 'unknown-user', source: exchange },
  { words: 'no existe', category: 'unknown-user', source: common },
  { words: 'buzón…lleno', category: 'mailbox-full', source: exchange },
  // Portuguese
  { words: 'não foi encontrado', category: 'unknown-user', source: exchange },
  { words: 'não existe', category: 'unknown-user', source: common },
  { words: 'caixa…cheia', category: 'mailbox-full', source: exchange },
  // Dutch
  { words: 'is niet gevonden', category: 'unknown-user', source: exchange },
  { words: 'bestaat niet', category: 'unknown-user', source: common },
  { words: 'postvak…vol', category: 'mailbox-full', source: exchange },
  // Swedish
  { words: 'hittades inte', category: 'unknown-user', source: exchange },
  { words: 'finns inte', category: 'unknown-user', source: common },
  { words: 'postlåda…full', category: 'mailbox-full', source: exchange },
  // Russian
  { words: 'не найден', category: 'unknown-user', source: exchange },
  { words: 'не существует', category: 'unknown-user', source: common },
  { words: 'ящик…переполнен', category: 'mailbox-full', source: common },
  // Japanese
  { words: '見つかりません', category: 'unknown-user', source: exchange },
  { words: '存在しません', category: 'unknown-user', source: common },
  { words: 'メールボックスが一杯', category: 'mailbox-full', source: common },
  { words: 'メールボックスがいっぱい', category: 'mailbox-full', source: exchange },
  // Chinese
  { words: '用户不存在', category: 'unknown-user', source: common },
  { words: '邮箱…已满', category: 'mailbox-full', source: common },
];
