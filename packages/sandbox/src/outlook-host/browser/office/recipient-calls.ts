import type { Person } from '../../page-data.ts';
import type { CallContext, CallHandlers } from './call-answer.ts';
import { failed, inCompose, ok, recordsOf, textOf } from './call-answer.ts';
import { detailsOf } from './initial-data.ts';

const fields = ['to', 'cc', 'bcc'] as const;

/** Error NumberOfRecipientsExceeded, and how many a field may hold. */
const tooMany = { code: 9012, limit: 500 };

/** Recipients, subject and From of a mail that is written. */
export const recipientCalls: CallHandlers = {
  'recipients.getAsync': inCompose(({ item, parameters }) =>
    ok(item.form.people(fieldOf(parameters)).map(detailsOf)),
  ),
  'recipients.setAsync': inCompose(({ item, parameters }) => {
    const field = fieldOf(parameters);
    const people = peopleOf(parameters);
    if (people.length > tooMany.limit) return failed(tooMany.code);
    item.form.setPeople(field, people);
    item.recipientsChanged(field);
    return ok();
  }),
  'recipients.addAsync': inCompose(({ item, parameters }) => {
    const field = fieldOf(parameters);
    const people = [...item.form.people(field), ...peopleOf(parameters)];
    if (people.length > tooMany.limit) return failed(tooMany.code);
    item.form.setPeople(field, people);
    item.recipientsChanged(field);
    return ok();
  }),
  'subject.getAsync': inCompose(({ item }) => ok(item.form.subject())),
  'subject.setAsync': inCompose(({ item, parameters }) => {
    item.form.setSubject(textOf(parameters, 'subject'));
    return ok();
  }),
  'from.getAsync': inCompose(({ item }) => ok(detailsOf(item.from))),
};

function fieldOf(parameters: CallContext['parameters']): (typeof fields)[number] {
  return fields[Number(parameters['recipientField'])] ?? 'to';
}

function peopleOf(parameters: CallContext['parameters']): readonly Person[] {
  return recordsOf(parameters, 'recipientArray').map(({ name, address }) => ({
    address: String(address),
    name: typeof name === 'string' && name !== address ? name : '',
  }));
}
