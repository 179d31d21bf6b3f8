import type { Addition } from '../api-call.ts';

/** users.getProfile, which the emulator does not have. */
export const getProfile: Addition = ({ mailbox }, { ids }) => {
  const all = mailbox.everything();
  return Response.json({
    emailAddress: mailbox.address,
    messagesTotal: all.length,
    threadsTotal: new Set(all.map((message) => message.threadId)).size,
    historyId: ids.latestHistory(),
  });
};
