import { randomBytes } from 'node:crypto';

import type { ExchangeItem, ExchangeMailbox } from '../../exchange/mailbox.ts';
import { badRequest, syncStateNotFound } from './errors.ts';
import type { Wanted } from './message-json.ts';

/** What a first delta request fixed for all that follow. */
export type DeltaQuestion = {
  readonly folderId: string;
  readonly wanted: Wanted;
  /** Only these kinds of change; null = all. */
  readonly changeType: 'created' | 'updated' | 'deleted' | null;
  /** Only mail received from then on; epoch ms. */
  readonly since: number;
  /** Items held back from the answer. */
  readonly hides: (item: ExchangeItem) => boolean;
};

/** One line of an answer. */
export type DeltaEntry =
  | { readonly kind: 'present'; readonly item: ExchangeItem }
  | { readonly kind: 'removed'; readonly itemId: string };

type Line = { readonly kind: DeltaEntry['kind']; readonly itemId: string };

type State = {
  readonly mailbox: ExchangeMailbox;
  readonly question: DeltaQuestion;
  /** What is still to be told of this round. */
  readonly rest: readonly Line[];
  /** The mailbox's change up to which this round tells. */
  readonly upTo: number;
};

/** A page of a round. */
export type DeltaPage = {
  readonly question: DeltaQuestion;
  readonly entries: readonly DeltaEntry[];
  /** `more`: the round goes on there; `done`: the next round begins there. */
  readonly next: { readonly kind: 'more' | 'done'; readonly token: string };
};

/** Delta rounds and their tokens, which are kept here as Exchange keeps them in its cache. */
export type Deltas = {
  begin(mailbox: ExchangeMailbox, question: DeltaQuestion, size: number): DeltaPage;
  /** Goes on with a token of either kind, which may be used again. Throws 410 SyncStateNotFound. */
  goOn(mailbox: ExchangeMailbox, token: string, size: number): DeltaPage;
  /** The mailbox's tokens are forgotten. */
  forget(address: string): void;
};

const present = ({ mailbox, question }: State, itemId: string): ExchangeItem | undefined => {
  const item = mailbox.find(itemId);
  const shown =
    item?.folderId === question.folderId &&
    item.receivedAt >= question.since &&
    !question.hides(item);
  return shown ? item : undefined;
};

const first = (mailbox: ExchangeMailbox, question: DeltaQuestion): readonly Line[] =>
  mailbox
    .items()
    .filter(({ folderId }) => folderId === question.folderId)
    .map(({ id }) => ({ kind: 'present', itemId: id }));

/** No rounds. */
export const createDeltas = (): Deltas => {
  const states = new Map<string, State>();
  const forgotten = new Set<string>();

  const keep = (state: State): string => {
    const token = randomBytes(24).toString('base64url');
    states.set(token, state);
    return token;
  };

  const changed = (state: State): readonly Line[] => {
    const { mailbox, question, upTo } = state;
    const changes = mailbox
      .changesAfter(upTo)
      .filter(({ folderId }) => folderId === question.folderId)
      .toReversed();
    // The newest change of an item says where it is in the list; all of them say what it is.
    return [...new Set(changes.map(({ itemId }) => itemId))].toReversed().flatMap((itemId) => {
      const kinds = changes.filter((change) => change.itemId === itemId).map(({ kind }) => kind);
      const isNew = kinds.includes('created');
      const here = mailbox.find(itemId)?.folderId === question.folderId;
      // What came and went again was never told.
      if (!here && kinds.at(-1) === 'created') return [];
      const change = here ? (isNew ? 'created' : 'updated') : 'deleted';
      if (question.changeType !== null && question.changeType !== change) return [];
      return [{ kind: here ? 'present' : 'removed', itemId } as const];
    });
  };

  const page = (state: State, size: number): DeltaPage => {
    const { rest } = state;
    const entries = rest.slice(0, size).flatMap((line): readonly DeltaEntry[] => {
      if (line.kind === 'removed') return [{ kind: 'removed', itemId: line.itemId }];
      const item = present(state, line.itemId);
      return item ? [{ kind: 'present', item }] : [];
    });
    const left = { ...state, rest: rest.slice(size) };
    return {
      question: state.question,
      entries,
      next: { kind: left.rest.length > 0 ? 'more' : 'done', token: keep(left) },
    };
  };

  return {
    begin: (mailbox, question, size) => {
      const upTo = mailbox.lastChange();
      return page({ mailbox, question, rest: first(mailbox, question), upTo }, size);
    },
    goOn: (mailbox, token, size) => {
      if (forgotten.has(token)) throw syncStateNotFound();
      const state = states.get(token);
      if (state?.mailbox !== mailbox)
        throw badRequest('SyncStateInvalid', 'The sync state data is invalid.');
      if (state.rest.length > 0) return page(state, size);
      const upTo = mailbox.lastChange();
      return page({ ...state, rest: changed(state), upTo }, size);
    },
    forget: (address) => {
      for (const [token, { mailbox }] of states)
        if (mailbox.address === address) {
          states.delete(token);
          forgotten.add(token);
        }
    },
  };
};
