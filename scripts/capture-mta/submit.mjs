import { once } from 'node:events';
import { connect } from 'node:net';

import { rep, underCapture } from './world.mjs';

/**
 * Hands one mail to the server under capture by SMTP. Throws with the server's words when it does not take it.
 * @param {{ to: readonly string[], raw: string, utf8?: boolean }} mail raw with CRLF; utf8: SMTPUTF8 is needed
 */
export async function submit({ to, raw, utf8 = false }) {
  const socket = connect(underCapture.port, underCapture.address);
  await once(socket, 'connect');
  const received = socket.setEncoding('latin1')[Symbol.asyncIterator]();
  const stuffed = raw.replaceAll(/^\./gm, '..');
  const steps = [
    '',
    'EHLO laptop.sender.example',
    `MAIL FROM:<${rep}>${utf8 ? ' SMTPUTF8' : ''}`,
    ...to.map((address) => `RCPT TO:<${address}>`),
    'DATA',
    `${stuffed}.`,
    'QUIT',
  ];
  try {
    for (const step of steps) {
      if (step !== '') socket.write(`${step}\r\n`);
      const said = await reply(received);
      if (!/^[23]/.test(said)) throw new Error(`The server said: ${said}`);
    }
  } finally {
    socket.destroy();
  }
}

/** One reply, all of its lines. @param {AsyncIterator<string>} received @returns {Promise<string>} */
async function reply(received) {
  let text = '';
  while (!/^\d{3}(?: .*)?\r\n$/m.test(text)) {
    const { value, done } = await received.next();
    if (done === true) throw new Error('The server hung up.');
    text += value;
  }
  return text.trim();
}
