import type { Addition, ApiCall, ApiTools } from '../api-call.ts';
import { answerOf, notFound } from '../errors.ts';

/** An alias as the emulator writes it, as far as it is touched here. */
type Alias = { readonly sendAsEmail: string };

// The emulator's form, and the server of its own where the alias has one; user name and password are never shown.
const aliasesFor = async (call: ApiCall, { forward, sendAs }: ApiTools): Promise<Alias[]> => {
  const answer = await forward(call);
  const { sendAs: listed }: { sendAs: Alias[] } = JSON.parse(await answer.text());
  const known = sendAs.of(call.mailbox.address);
  return listed.map((alias) => {
    const smtpMsa = known.find(({ address }) => address === alias.sendAsEmail)?.smtpMsa;
    return smtpMsa === undefined ? alias : Object.assign(alias, { smtpMsa });
  });
};

/** users.settings.sendAs.list: with `smtpMsa`, which the emulator does not know. */
export const listSendAs: Addition = async (call, tools) =>
  Response.json({ sendAs: await aliasesFor(call, tools) });

/** users.settings.sendAs.get: the emulator only lists, so its list is asked and one taken from it. */
export const getSendAs: Addition = async (call, tools) => {
  const url = new URL(call.request.url);
  url.pathname = url.pathname.slice(0, url.pathname.lastIndexOf('/'));
  const { headers } = call.request;
  const aliases = await aliasesFor({ ...call, request: new Request(url, { headers }) }, tools);
  const wanted = call.ids['sendAsEmail']?.toLowerCase();
  const alias = aliases.find((entry) => entry.sendAsEmail.toLowerCase() === wanted);
  return alias ? Response.json(alias) : answerOf(notFound());
};
