import { isMailId, type MailId } from '../../ids.ts';
import { decodeEncodedWords } from '../../message/encoded-word.ts';
import type { HeaderField, Headers } from '../../message/headers.ts';
import { mailIdHeader } from '../../message/mail-id-header.ts';
import { findAddresses } from './address.ts';

/** What a notice tells of the mail it returns, from that mail's own header. */
export type ReturnedMail = {
  readonly messageId: string | null;
  readonly subject: string | null;
  readonly mailId: MailId | null;
  /** Addresses of From, Sender and Return-Path. */
  readonly senders: readonly string[];
  /** Addresses of To, Cc and Bcc. */
  readonly recipients: readonly string[];
};

const senderFields = new Set(['from', 'sender', 'return-path', 'reply-to', 'errors-to']);
const recipientFields = new Set(['to', 'cc', 'bcc']);

/** Reads the returned mail's header; missing fields give null or nothing. */
export function returnedMail(headers: Headers): ReturnedMail {
  const senders: string[] = [];
  const recipients: string[] = [];
  let messageId: string | null = null;
  let subject: string | null = null;
  let mailId: MailId | null = null;
  for (const field of headers) {
    const name = field.name.toLowerCase();
    if (senderFields.has(name)) senders.push(...addressesOf(field.value));
    else if (recipientFields.has(name)) recipients.push(...addressesOf(field.value));
    else if (name === 'message-id') messageId ??= bareMessageId(field.value);
    else if (name === 'subject') subject ??= decodeEncodedWords(field.value).slice(0, 500);
    else if (name === mailIdHeader && isMailId(field.value)) mailId ??= field.value;
  }
  return { messageId, subject, mailId, senders, recipients };
}

function addressesOf(value: string): readonly string[] {
  return findAddresses(decodeEncodedWords(value.slice(0, 4000))).map((found) => found.address);
}

/** A Message-ID without brackets and without the spaces that folding and quoting put into it; null where there is none. */
export function bareMessageId(value: string): string | null {
  const open = value.indexOf('<');
  const close = value.indexOf('>', open + 1);
  const inside = open !== -1 && close !== -1 ? value.slice(open + 1, close) : value;
  const bare = inside.trim().split(/\s+/, 1)[0] ?? '';
  return bare === '' || bare.length > 998 ? null : bare;
}

const fieldLine = /^([A-Za-z][A-Za-z0-9-]{0,60})[ \t]*:[ \t]*(.*)$/;
const quotePrefix = /^[>| \t]{1,12}/;

/** Most lines of a returned header that are read from text. */
const maxLines = 400;

/**
 * Header fields that stand in plain text after a separator, perhaps quoted or indented as a block.
 * Reads on past lines that are no field, as a header cut in the middle begins with the rest of one.
 */
export function fieldsInText(lines: readonly string[], from: number): Headers {
  const fields: { name: string; value: string }[] = [];
  let gap = false;
  const prefix = quotePrefix.exec(lines.slice(from).find((line) => line.trim() !== '') ?? '')?.[0];
  for (let index = from; index < Math.min(lines.length, from + maxLines); index += 1) {
    const raw = lines[index] ?? '';
    const line = prefix !== undefined && raw.startsWith(prefix) ? raw.slice(prefix.length) : raw;
    if (line.trim() === '') {
      gap = fields.length > 0;
      if (gap && fields.some(isMessageId)) break;
      continue;
    }
    const found = fieldLine.exec(line);
    const last = fields.at(-1);
    if (found) fields.push({ name: found[1] ?? '', value: found[2]?.trim() ?? '' });
    else if (last && !gap && /^[ \t]/.test(line)) last.value += ` ${line.trim()}`;
    if (found) gap = false;
  }
  return fields;
}

function isMessageId(field: HeaderField): boolean {
  return field.name.toLowerCase() === 'message-id' && field.value !== '';
}
