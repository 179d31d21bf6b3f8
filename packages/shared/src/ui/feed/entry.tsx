import ArrowUpRight from 'lucide-react/icons/arrow-up-right';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';

import type { MailEvent } from '../../domain/analytics/event.ts';
import { useSurroundings } from '../surroundings.tsx';
import { Say } from '../text/say.tsx';
import { EntryConsequence } from './entry-consequence.tsx';
import { EntryDetails } from './entry-details.tsx';
import { EntryIcon } from './entry-icon.tsx';
import { entryWords, hasDetails, nameOf } from './entry-words.ts';
import { SubjectText } from './subject-text.tsx';

/** What an entry needs beside its event. */
export type EntryProps = {
  readonly event: MailEvent;
  readonly now: number;
  readonly expanded: boolean;
  /** Whether Tab stops here: exactly one entry of the list takes it. */
  readonly tabStop: boolean;
  /** Ids of the first line and of the details. */
  readonly ids: { readonly fact: string; readonly details: string };
  readonly onOpen: (event: MailEvent) => void;
  readonly onToggle: (event: MailEvent) => void;
  readonly onClose: (event: MailEvent) => void;
  readonly onKey: (event: KeyboardEvent<HTMLButtonElement>) => void;
  readonly onFocus: () => void;
};

/**
 * One entry. Pressed, it opens the mail, or where there is a reason to tell, that; the mark on its right
 * says which.
 */
export function Entry(props: EntryProps) {
  const { event, now, expanded, ids } = props;
  const { messages, times } = useSurroundings();
  const words = entryWords(event, messages, (at) => times.point(at, now));
  const expandable = hasDetails(event);
  const Mark = expandable ? ChevronDown : ArrowUpRight;
  const button = useRef<HTMLButtonElement>(null);
  // The details go away with what had the focus in them, so the entry takes it.
  const closeDetails = () => {
    button.current?.focus();
    props.onClose(event);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`entry entry-${event.kind}`}
        tabIndex={props.tabStop ? 0 : -1}
        aria-expanded={expandable ? expanded : undefined}
        aria-controls={expandable && expanded ? ids.details : undefined}
        onFocus={props.onFocus}
        onKeyDown={(pressed) => {
          if (pressed.key === 'Escape' && expanded) closeDetails();
          else props.onKey(pressed);
        }}
        onClick={() => (expandable ? props.onToggle : props.onOpen)(event)}
      >
        <EntryIcon kind={event.kind} tone={words.tone} />
        <span className="entry-fact" id={ids.fact}>
          <Say sentence={words.fact} />
        </span>{' '}
        <Times event={event} now={now} />
        <Mark
          size={14}
          aria-hidden
          className={expandable ? 'entry-mark' : 'entry-mark points-on'}
        />{' '}
        <span className="entry-rest">
          <Subject event={event} />{' '}
          {words.reason !== null && (
            <span className={`entry-reason tone-${words.tone}`}>{words.reason}</span>
          )}
        </span>
      </button>
      <EntryConsequence eventId={event.id} tabStop={props.tabStop} />
      {expandable && expanded && (
        <EntryDetails
          event={event}
          id={ids.details}
          labelledBy={ids.fact}
          onOpen={props.onOpen}
          onClose={closeDetails}
        />
      )}
    </>
  );
}

function Times(props: { readonly event: MailEvent; readonly now: number }): ReactNode {
  const { times } = useSurroundings();
  const at = props.event.occurredAt;
  return (
    <time className="entry-time" dateTime={new Date(at).toISOString()} title={times.full(at)}>
      {times.brief(at, props.now)}
    </time>
  );
}

function Subject(props: { readonly event: MailEvent }): ReactNode {
  const { messages } = useSurroundings();
  const { subject, mailId, kind, person } = props.event;
  return (
    <span className="entry-subject">
      <span className="one-line">
        {kind === 'not-sent' && (
          <>
            <Say sentence={messages.entry.to(nameOf(person), 0)} /> ·{' '}
          </>
        )}
        <SubjectText subject={subject} />
      </span>
      {mailId === null && kind !== 'sent' && (
        <span className="entry-unfollowed">{messages.entry.notFollowed}</span>
      )}
    </span>
  );
}
