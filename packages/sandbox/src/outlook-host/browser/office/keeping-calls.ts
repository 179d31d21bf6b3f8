import { server } from '../ask-server.ts';
import type { CallHandlers } from './call-answer.ts';
import { failed, inCompose, ok, textOf } from './call-answer.ts';
import { isRecord } from './wire.ts';

/** How much session data an item may have, characters in all. */
const sessionLimit = 50_000;

/** What an add-in keeps: with the session, with the item, with the mailbox. */
export const keepingCalls: CallHandlers = {
  'sessionData.setAsync': inCompose(({ item, parameters }) => {
    const changed = new Map(item.sessionData).set(
      textOf(parameters, 'name'),
      textOf(parameters, 'value'),
    );
    if (JSON.stringify([...changed]).length > sessionLimit) return failed(9051);
    for (const [name, value] of changed) item.sessionData.set(name, value);
    return ok();
  }),
  'sessionData.getAsync': inCompose(({ item, parameters }) => {
    const value = item.sessionData.get(textOf(parameters, 'name'));
    return value === undefined ? failed(9050) : ok(value);
  }),
  'sessionData.getAllAsync': inCompose(({ item }) => ok(Object.fromEntries(item.sessionData))),
  'sessionData.clearAsync': inCompose(({ item }) => {
    item.sessionData.clear();
    return ok();
  }),
  'sessionData.removeAsync': inCompose(({ item, parameters }) =>
    item.sessionData.delete(textOf(parameters, 'name')) ? ok() : failed(9050),
  ),
  loadCustomPropertiesAsync: async ({ item }) => {
    const text =
      item.kind === 'read' ? await server.properties(item.message.id) : item.customProperties;
    return { kind: 'raw', value: { wasSuccessful: true, customProperties: text } };
  },
  'customProperties.saveAsync': async ({ item, parameters }) => {
    const text = JSON.stringify(parameters['customProperties'] ?? {});
    if (item.kind === 'read') await server.saveProperties(item.message.id, text);
    else {
      item.customProperties = text;
      if (item.itemId !== null) await server.saveProperties(item.itemId, text);
    }
    return { kind: 'raw', value: { wasSuccessful: true, error: false } };
  },
  'roamingSettings.saveAsync': async ({ parameters }) => {
    const given = parameters['0'];
    const settings = Object.entries(isRecord(given) ? given : {});
    await server.saveRoaming(
      Object.fromEntries(settings.map(([name, value]) => [name, String(value)])),
    );
    return ok();
  },
};
