import type { ReactNode } from 'react';

import type { BounceDetail, MailEvent } from '../../domain/analytics/event.ts';
import { Button } from '../parts/button.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { Outside } from '../text/say.tsx';
import { ClearedLine } from './cleared-line.tsx';
import { codeOf, detailOf } from './entry-words.ts';

/** All there is to say about a mail that was stopped or complained of: who, why, the code, and what to do. */
export function EntryDetails(props: {
  readonly event: MailEvent;
  readonly id: string;
  readonly labelledBy: string;
  readonly onOpen: (event: MailEvent) => void;
  readonly onClose: () => void;
}) {
  const { event } = props;
  const { messages, times } = useSurroundings();
  const words = messages.details;
  const detail = detailOf(event);
  return (
    <section className="details" id={props.id} aria-labelledby={props.labelledBy}>
      <dl>
        <Line name={words.to}>
          <Who event={event} />
        </Line>
        <Line name={words.when}>{times.full(event.occurredAt)}</Line>
        {detail === null ? (
          <>
            <Line name={words.why}>{words.complaintWhy}</Line>
            <Line name={words.todo}>{words.complaintTodo}</Line>
          </>
        ) : (
          <NoticeLines detail={detail} />
        )}
        {(event.kind === 'bounced' || event.kind === 'delayed') && <ClearedLine event={event} />}
        {event.mailId === null && <Line name={words.notFollowed}>{words.notFollowedWhy}</Line>}
      </dl>
      <Button look="plain" onPress={() => props.onOpen(event)} onEscape={props.onClose}>
        {messages.openMail}
      </Button>
    </section>
  );
}

function NoticeLines({ detail }: { readonly detail: BounceDetail }) {
  const { details: words, bounces } = useSurroundings().messages;
  const { title, advice } = bounces[detail.category];
  return (
    <>
      <Line name={words.why}>{title}</Line>
      <Line name={words.todo}>{advice}</Line>
      <Line name={words.code}>{codeOf(detail) ?? words.noCode}</Line>
      {detail.diagnostic.trim() !== '' && (
        <Line name={words.words}>
          <q className="details-words">
            <Outside text={detail.diagnostic} />
          </q>
        </Line>
      )}
    </>
  );
}

function Line(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="details-line">
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Who({ event }: { readonly event: MailEvent }) {
  const { name, address } = event.person;
  if (name.trim() === '' || name === address) return <Outside text={address} />;
  return (
    <>
      <Outside text={name} /> <Outside text={address} />
    </>
  );
}
