import type { Addition } from '../api-call.ts';
import { answerOf, notFound } from '../errors.ts';

/** users.settings.sendAs.get: the emulator only lists, so its list is asked and one taken from it. */
export const getSendAs: Addition = async (call, { forward }) => {
  const url = new URL(call.request.url);
  url.pathname = url.pathname.slice(0, url.pathname.lastIndexOf('/'));
  const { headers } = call.request;
  const answer = await forward({ ...call, request: new Request(url, { headers }) });
  const { sendAs }: { sendAs: { sendAsEmail: string }[] } = JSON.parse(await answer.text());
  const wanted = call.ids['sendAsEmail']?.toLowerCase();
  const alias = sendAs.find((entry) => entry.sendAsEmail.toLowerCase() === wanted);
  return alias ? Response.json(alias) : answerOf(notFound());
};
