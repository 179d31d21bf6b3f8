import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

import { refusalFor } from './refusals.mjs';

/**
 * A mail server that refuses as told and hands over what it takes. Speaks the least of RFC 5321 that other servers
 * need, SMTPUTF8 (RFC 6531), and SIZE (RFC 1870) where it has a limit.
 * @param {import('./world.mjs').MailServer} server
 * @param {(mail: { sender: string, recipients: readonly string[], raw: string }) => void} taken
 *   `raw` is one character a byte
 * @returns {Promise<void>}
 */
export function listen(server, taken) {
  const listener = createServer((socket) => {
    /** @param {readonly string[]} lines */
    const answer = (...lines) => socket.write(multiLine(lines));
    const reader = createInterface({ input: socket.setEncoding('latin1'), crlfDelay: Infinity });
    let sender = '';
    /** @type {string[]} */
    let recipients = [];
    /** @type {string[] | null} */
    let data = null;

    const endOfData = () => {
      const refusal = recipients.map(refusalFor).find((one) => one?.at === 'DATA');
      if (refusal) return answer(...refusal.lines);
      const raw = (data ?? []).map((line) => `${line.replace(/^\./, '')}\r\n`).join('');
      taken({ sender, recipients, raw });
      return answer('250 2.0.0 Ok: queued');
    };

    reader.on('line', (line) => {
      if (data !== null) {
        if (line !== '.') return data.push(line);
        endOfData();
        data = null;
        return undefined;
      }
      const path = utf8(/^(?:MAIL FROM|RCPT TO):\s*<([^>]*)>/i.exec(line)?.[1] ?? '');
      switch (line.slice(0, 4).toUpperCase()) {
        case 'HELO':
          return answer(`250 ${server.name}`);
        case 'EHLO':
          return answer(`250 ${server.name}`, ...extensions(server));
        case 'MAIL':
          if (tooLarge(server, line)) return answer('552 5.3.4 Message size exceeds fixed limit');
          [sender, recipients] = [path, []];
          return answer('250 2.1.0 Ok');
        case 'RCPT': {
          const refusal = refusalFor(path);
          if (refusal?.at === 'RCPT') return answer(...refusal.lines);
          recipients.push(path);
          return answer('250 2.1.5 Ok');
        }
        case 'DATA':
          if (recipients.length === 0) return answer('554 5.5.1 Error: no valid recipients');
          data = [];
          return answer('354 End data with <CR><LF>.<CR><LF>');
        case 'RSET':
          [sender, recipients] = ['', []];
          return answer('250 2.0.0 Ok');
        case 'NOOP':
          return answer('250 2.0.0 Ok');
        case 'QUIT':
          answer('221 2.0.0 Bye');
          return socket.end();
        default:
          return answer('502 5.5.2 Error: command not recognized');
      }
    });
    // A client that hangs up halfway is no concern of the other connections.
    reader.on('error', () => socket.destroy());
    answer(`220 ${server.name} ESMTP`);
  });
  return new Promise((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(25, server.address, resolve);
  });
}

/** @param {import('./world.mjs').MailServer} server */
function extensions(server) {
  const size = server.sizeLimit === undefined ? [] : [`250 SIZE ${server.sizeLimit}`];
  return [...size, '250 ENHANCEDSTATUSCODES', '250 8BITMIME', '250 SMTPUTF8'];
}

/** Addresses may be UTF-8 (RFC 6531), one character a byte so far. @param {string} bytes */
function utf8(bytes) {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Whether the size that MAIL FROM announces is over the limit. @param {import('./world.mjs').MailServer} server @param {string} line */
function tooLarge(server, line) {
  const announced = Number(/ SIZE=(\d+)/i.exec(line)?.[1] ?? 0);
  return server.sizeLimit !== undefined && announced > server.sizeLimit;
}

/** @param {readonly string[]} lines each with its code */
function multiLine(lines) {
  return lines
    .map((line, at) => (at < lines.length - 1 ? `${line.slice(0, 3)}-${line.slice(4)}` : line))
    .map((line) => `${line}\r\n`)
    .join('');
}
