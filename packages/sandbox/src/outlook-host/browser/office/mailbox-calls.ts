import type { Person } from '../../page-data.ts';
import { server } from '../ask-server.ts';
import { facts } from '../facts.ts';
import type { CallAnswer, CallContext, CallHandlers } from './call-answer.ts';
import { failed, ok, textOf, textsOf } from './call-answer.ts';
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
  displayMessageForm: showMessage,
  displayMessageFormAsync: showMessage,
  displayNewMessageForm: newMail,
  displayNewMessageFormAsync: newMail,
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

async function showMessage({ item, parameters }: CallContext): Promise<CallAnswer> {
  // ItemNotFound.
  return (await item.page.showMessage(textOf(parameters, 'itemId'))) ? ok() : failed(9049);
}

function newMail({ item, parameters }: CallContext): CallAnswer {
  const people = (name: string) => textsOf(parameters, name).map(named);
  item.page.newMail({
    to: people('toRecipients'),
    cc: people('ccRecipients'),
    subject: textOf(parameters, 'subject'),
    html: textOf(parameters, 'htmlBody'),
  });
  return ok();
}

function named(address: string): Person {
  return { name: '', address };
}
