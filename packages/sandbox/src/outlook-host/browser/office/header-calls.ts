import type { CallHandlers } from './call-answer.ts';
import { inCompose, ok, textsOf } from './call-answer.ts';
import { isRecord } from './wire.ts';

/** Internet headers: one's own while a mail is written, all of them while it is read. */
export const headerCalls: CallHandlers = {
  'internetHeaders.getAsync': inCompose(({ item, parameters }) =>
    ok(
      Object.fromEntries(
        textsOf(parameters, 'internetHeaderKeys').flatMap((name) => {
          const value = item.headers.get(name.toLowerCase());
          return value === undefined ? [] : [[name, value]];
        }),
      ),
    ),
  ),
  'internetHeaders.setAsync': inCompose(({ item, parameters }) => {
    const given = parameters['internetHeaderNameValuePairs'];
    for (const [name, value] of Object.entries(isRecord(given) ? given : {})) {
      item.headers.set(name.toLowerCase(), String(value));
    }
    item.form.changed();
    return ok();
  }),
  'internetHeaders.removeAsync': inCompose(({ item, parameters }) => {
    for (const name of textsOf(parameters, 'internetHeaderKeys')) {
      item.headers.delete(name.toLowerCase());
    }
    item.form.changed();
    return ok();
  }),
  getAllInternetHeadersAsync: ({ item }) => ok(item.kind === 'read' ? item.message.rawHeaders : ''),
};
