import { server } from '../ask-server.ts';
import { facts } from '../facts.ts';
import type { CallHandlers } from './call-answer.ts';
import { failed, ok, textOf } from './call-answer.ts';
import { isFromSharedFolder } from './initial-data.ts';

/** Exchange Online has turned legacy tokens off for everybody. */
const noLegacyTokens = {
  kind: 'raw',
  value: {
    wasSuccessful: false,
    errorCode: 9018,
    errorMessage: 'Legacy Exchange online tokens are turned off for this tenant.',
    errorName: 'GenericTokenError',
  },
} as const;

/** Calls about the mailbox as a whole. */
export const mailboxCalls: CallHandlers = {
  getCallbackTokenAsync: () => noLegacyTokens,
  getUserIdentityTokenAsync: () => noLegacyTokens,
  makeEwsRequestAsync: async ({ parameters }) => ({
    kind: 'raw',
    value: await server.ews(textOf(parameters, 'body')),
  }),
  getSharedPropertiesAsync: () =>
    isFromSharedFolder()
      ? ok({
          owner: facts.mailbox.address,
          targetMailbox: facts.mailbox.address,
          targetRestUrl: facts.restUrl,
          // Read, write and delete all (Office.MailboxEnums.DelegatePermissions).
          delegatePermissions: 63,
        })
      : failed(5000),
};
