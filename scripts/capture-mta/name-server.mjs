import { createSocket } from 'node:dgram';

import { mailServers, nullMxDomain, underCapture } from './world.mjs';

const types = { 1: 'A', 15: 'MX' };
const nameError = 3;

/** What the zone holds: name → type → record data (RFC 1035 section 3.3). @type {ReadonlyMap<string, Readonly<Record<string, Buffer>>>} */
const zone = new Map([
  [underCapture.name, { A: address(underCapture.address) }],
  [nullMxDomain, { MX: exchange(0, '') }],
  ...mailServers.flatMap((server) => [
    pair(server.domain, { MX: exchange(10, server.name) }),
    pair(server.name, { A: address(server.address) }),
  ]),
]);

/** Answers for the world's names on 127.0.0.1:53 and denies every other (NXDOMAIN). @returns {Promise<void>} */
export function serveNames() {
  const socket = createSocket('udp4', (query, from) => {
    if (query.length > 12) socket.send(answer(query), from.port, from.address);
  });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(53, '127.0.0.1', resolve);
  });
}

/** @param {Buffer} query */
function answer(query) {
  const { name, end } = readName(query);
  const type = query.readUInt16BE(end);
  const entry = zone.get(name);
  const data = entry?.[Object.entries(types).find(([code]) => Number(code) === type)?.[1] ?? ''];
  const header = Buffer.alloc(12);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x84_80 | (query.readUInt16BE(2) & 0x01_00) | (entry ? 0 : nameError), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(data ? 1 : 0, 6);
  const question = query.subarray(12, end + 4);
  return Buffer.concat([header, question, ...(data ? [record(type, data)] : [])]);
}

/** Points back at the question's name (RFC 1035 section 4.1.4). @param {number} type @param {Buffer} data */
function record(type, data) {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc0_0c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

/** The question's name, and where it ends. @param {Buffer} query */
function readName(query) {
  const labels = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 };
}

/** @param {string} dotted */
function address(dotted) {
  return Buffer.from(dotted.split('.').map(Number));
}

/** @param {number} preference @param {string} name */
function exchange(preference, name) {
  const labels = name === '' ? [] : name.split('.');
  const parts = labels.map((label) =>
    Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]),
  );
  return Buffer.concat([Buffer.from([0, preference]), ...parts, Buffer.from([0])]);
}

/** @param {string} name @param {Readonly<Record<string, Buffer>>} records @returns {[string, Readonly<Record<string, Buffer>>]} */
function pair(name, records) {
  return [name, records];
}
