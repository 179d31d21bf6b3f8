import type { Notification } from '../open-item.ts';
import type { CallContext, CallHandlers } from './call-answer.ts';
import { failed, ok, textOf } from './call-answer.ts';

/** Outlook shows no more than this many at once. */
const limit = 5;

/** The lines above the item in which an add-in speaks. */
export const notificationCalls: CallHandlers = {
  'notificationMessages.addAsync': ({ item, parameters }) => {
    const notification = notificationOf(parameters);
    if (item.notifications.has(notification.key)) return failed(9023);
    if (item.notifications.size >= limit) return failed(9025);
    item.notifications.set(notification.key, notification);
    item.showNotifications();
    return ok();
  },
  'notificationMessages.replaceAsync': ({ item, parameters }) => {
    const notification = notificationOf(parameters);
    item.notifications.set(notification.key, notification);
    item.showNotifications();
    return ok();
  },
  'notificationMessages.removeAsync': ({ item, parameters }) => {
    if (!item.notifications.delete(textOf(parameters, 'key'))) return failed(9024);
    item.showNotifications();
    return ok();
  },
  'notificationMessages.getAllAsync': ({ item }) => ok([...item.notifications.values()]),
};

function notificationOf(parameters: CallContext['parameters']): Notification {
  const { icon, persistent, actions } = parameters;
  return {
    key: textOf(parameters, 'key'),
    type: Number(parameters['type']),
    message: textOf(parameters, 'message'),
    ...(typeof icon === 'string' ? { icon } : {}),
    ...(typeof persistent === 'boolean' ? { persistent } : {}),
    ...(Array.isArray(actions) ? { actions } : {}),
  };
}
