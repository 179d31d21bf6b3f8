import type { Person } from '../address/person.ts';
import { displayText } from './display-text.ts';
import { decodeEncodedWords } from './encoded-word.ts';

/** Bounds of reading one address field; Workspace allows 2,000 recipients a message. */
const maxChars = 256 * 1024;
const maxPeople = 2000;
/** RFC 5321 section 4.5.3.1: 64 octets, "@", 255 octets. */
const maxAddress = 320;

/** One entry of the list while it is being read. */
type Entry = { words: string; raw: string; comment: string; angle: string | null };

const emptyEntry = (): Entry => ({ words: '', raw: '', comment: '', angle: null });

/**
 * The people of an address field (RFC 5322 section 3.4, addresses in UTF-8 by RFC 6532): groups are opened, quoted
 * names, comments and encoded words are read. Entries without an address are left out, as is all past the bounds.
 */
export function parseAddressList(value: string): readonly Person[] {
  const text = value.slice(0, maxChars);
  const people: Person[] = [];
  let entry = emptyEntry();
  let at = 0;
  const finish = () => {
    const person = personOf(entry);
    if (person) people.push(person);
    entry = emptyEntry();
  };
  while (at < text.length && people.length < maxPeople) {
    const char = text.charAt(at);
    if (char === '"') {
      const end = quotedEnd(text, at);
      const quoted = text.slice(at, end);
      entry.words += unquoted(quoted);
      entry.raw += quoted;
      at = end;
    } else if (char === '(') {
      const end = commentEnd(text, at);
      entry.comment += text.slice(at + 1, end - 1);
      entry.raw += ' ';
      at = end;
    } else if (char === '<') {
      const end = angleEnd(text, at);
      entry.angle ??= text.slice(at + 1, end);
      at = end + 1;
    } else if (char === ',' || char === ';') {
      finish();
      at += 1;
    } else if (char === ':' && entry.angle === null && !entry.raw.includes('@')) {
      // The name of a group: its members follow as entries of their own.
      entry = emptyEntry();
      at += 1;
    } else {
      entry.words += char;
      entry.raw += char;
      at += 1;
    }
  }
  finish();
  return people.slice(0, maxPeople);
}

/** An address in the one form that is compared: no white space or controls, NFC, lower case; null where it can be none. */
export function normalAddress(text: string): string | null {
  const clean = displayText(text, maxAddress + 1)
    .replace(/\s/g, '')
    .normalize('NFC')
    .toLowerCase();
  const at = clean.lastIndexOf('@');
  return at > 0 && at < clean.length - 1 && clean.length <= maxAddress ? clean : null;
}

function personOf(entry: Entry): Person | null {
  const bare = entry.raw.trim();
  const lastWord = /^"[^"]*"@\S+$/.test(bare) ? bare : (bare.split(/\s+/).at(-1) ?? '');
  // RFC 5322 section 4.4: an old route ("@a,@b:kim@c") says nothing about who is meant.
  const written = entry.angle === null ? lastWord : entry.angle.replace(/^\s*@[^:]*:/, '');
  const address = normalAddress(written);
  if (address === null) return null;
  const beside = entry.angle === null ? entry.raw.trim().slice(0, -lastWord.length) : entry.words;
  const name = displayText(decodeEncodedWords(beside.trim() === '' ? entry.comment : beside), 200);
  return { address, name: name.toLowerCase() === address ? '' : name };
}

function quotedEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

function unquoted(quoted: string): string {
  return quoted.slice(1, quoted.endsWith('"') ? -1 : undefined).replace(/\\(.)/g, '$1');
}

function commentEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '(') depth += 1;
    else if (text[at] === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function angleEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '"') at = quotedEnd(text, at) - 1;
    else if (text[at] === '>') return at;
  }
  return text.length;
}
