import type { StoredMessage } from '../../accounts.ts';
import type { Addition, ApiCall, ApiTools } from '../api-call.ts';
import { answerOf, badRequest, failedPrecondition, type GoogleError } from '../errors.ts';
import { jsonIn } from './message-body.ts';
import { slim } from './resources.ts';

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];

const refusal = (
  { bytes }: ApiCall,
  { switches }: ApiTools,
  touched: readonly (StoredMessage | undefined)[],
): GoogleError | undefined => {
  const json = jsonIn(bytes);
  const add = strings(json['addLabelIds']);
  const all = [...add, ...strings(json['removeLabelIds'])];
  const reserved = all.find((label) => label === 'SENT' || label === 'DRAFT');
  if (reserved) return badRequest(`Invalid label: ${reserved}`);
  const onDraft = touched.some((message) => message?.labelIds.includes('DRAFT'));
  return switches.labelsOnDrafts === 'refused' && onDraft && add.length > 0
    ? failedPrecondition('Labels cannot be applied to drafts.')
    : undefined;
};

const checked =
  (
    touchedBy: (call: ApiCall) => readonly (StoredMessage | undefined)[],
    then: Addition,
  ): Addition =>
  (call, tools) => {
    const error = refusal(call, tools, touchedBy(call));
    return error ? answerOf(error) : then(call, tools);
  };

/** messages.modify: SENT and DRAFT are Gmail's own; whether a draft takes a label is a switch. */
export const modifyMessage = checked(({ mailbox, ids }) => [mailbox.find(ids['id'] ?? '')], slim);

/** messages.batchModify, with the same rules. */
export const modifyMany = checked(
  ({ mailbox, bytes }) => strings(jsonIn(bytes)['ids']).map((id) => mailbox.find(id)),
  (call, { forward }) => forward(call),
);

/** threads.modify, with the same rules. */
export const modifyThread = checked(
  ({ mailbox, ids }) => mailbox.everything().filter((message) => message.threadId === ids['id']),
  slim,
);
