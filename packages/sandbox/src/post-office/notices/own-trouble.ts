import { refusals } from '../behaviours.ts';
import type { Trouble } from '../trouble.ts';
import { delay } from './delay.ts';
import { expired } from './expired.ts';
import { domainOf, type Notice } from './notice.ts';
import { senderLimitNotices } from './sender-limit.ts';

/** Gmail's notice about a trouble of one of its senders. */
export const gmailNoticeOf = (trouble: Trouble, recipient: string): Notice => {
  switch (trouble.kind) {
    case 'refused': {
      const { why, status, response, remote } = trouble;
      const usual = refusals[why];
      const isUsual = remote === `mx.${domainOf(recipient)}` || remote === null;
      return {
        ...usual,
        status,
        response: () => response,
        fromRemote: isUsual ? usual.fromRemote : { host: remote },
      };
    }
    case 'delayed':
      return delay;
    case 'expired':
      return expired;
    case 'sender-limit':
      return senderLimitNotices[
        trouble.limit.by === 'gmail' ? trouble.limit.form : 'google-itself'
      ];
  }
};
