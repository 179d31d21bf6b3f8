import { portEvent } from './handshake.ts';
/** Runs before Gmail's page runs anything: makes the channel to the watcher in Gmail's world and keeps our end of it. */
import { keepPort } from './kept-port.ts';

const channel = new MessageChannel();
keepPort(channel.port1);
document.dispatchEvent(new MessageEvent(portEvent, { ports: [channel.port2] }));
