import type { WaitingMail } from '@postrider/shared/application/deferred-send/deferred-send';
import { Button } from '@postrider/shared/ui/parts/button';
import { useSurroundings } from '@postrider/shared/ui/surroundings';
import { Outside } from '@postrider/shared/ui/text/say';
import { useEffect, useId, useState } from 'react';

import type { PaneCore } from '../core/pane-core.ts';
import { waitingWords as words } from '../messages/waiting.ts';

/** The mails that Exchange holds to send them later; nothing where there are none. */
export function WaitingMails({ core }: { readonly core: PaneCore }) {
  const { times } = useSurroundings();
  const [mails, said, cancel, dismiss] = useWaiting(core);
  const heading = useId();
  if (mails.length === 0 && said === '') return null;
  return (
    <section className="mail-card" aria-labelledby={heading}>
      <h2 id={heading}>
        {mails.length === 0 ? words.none : words.title(mails.length, times.count(mails.length))}
      </h2>
      <ul className="waiting-list">
        {mails.map((mail) => (
          <Row key={mail.mailId} mail={mail} onCancel={cancel} onDismiss={dismiss} />
        ))}
      </ul>
      <output className="soft">{said}</output>
      {mails.length > 0 && <p className="soft">{words.why}</p>}
    </section>
  );
}

type Act = (mail: WaitingMail) => Promise<void>;

function Row(props: {
  readonly mail: WaitingMail;
  readonly onCancel: Act;
  readonly onDismiss: Act;
}) {
  const { times, clock } = useSurroundings();
  const { mail } = props;
  const [working, setWorking] = useState(false);
  const subject = mail.subject === '' ? words.noSubject : mail.subject;
  const [first = '', ...others] = mail.recipients;
  const act = (work: Act) => async () => {
    setWorking(true);
    await work(mail);
    setWorking(false);
  };
  const { kind } = mail.standing;
  const mayCancel = kind === 'held' || kind === 'handing-over';
  const isOver = kind === 'refused' || kind === 'missed' || kind === 'gone' || kind === 'unclear';
  return (
    <li className="waiting-row">
      <div>
        <p className="one-line">
          <Outside text={subject} />
        </p>
        <p className="soft one-line">
          <Outside text={words.to(first, others.length)} />
        </p>
        <p className={isOver ? 'tone-needs-you' : 'soft'}>
          {kind === 'held' ? words.leaves(times.point(mail.leavesAt, clock())) : standing(mail)}
        </p>
      </div>
      {mayCancel && (
        <Button
          look="plain"
          disabled={working}
          label={words.cancelOf(subject)}
          onPress={() => void act(props.onCancel)()}
        >
          {working ? words.cancelling : words.cancel}
        </Button>
      )}
      {isOver && (
        <Button
          look="plain"
          disabled={working}
          label={words.dismissOf(subject)}
          onPress={() => void act(props.onDismiss)()}
        >
          {words.dismiss}
        </Button>
      )}
    </li>
  );
}

function standing({ standing: how }: WaitingMail): string {
  const said = words.standing[how.kind];
  return how.kind === 'refused' && how.why !== '' ? `${said}: ${how.why}` : said;
}

function useWaiting(core: PaneCore): readonly [readonly WaitingMail[], string, Act, Act] {
  const [mails, setMails] = useState<readonly WaitingMail[]>([]);
  const [said, setSaid] = useState('');
  useEffect(() => {
    let isOver = false;
    const read = async () => {
      const list = await core.later.list();
      if (!isOver) setMails(list);
    };
    void read();
    const stop = core.panel.subscribe(() => void read());
    return () => {
      isOver = true;
      stop();
    };
  }, [core]);
  return [
    mails,
    said,
    async ({ mailId }) => {
      const outcome = await core.later.cancel(mailId);
      setSaid(
        {
          cancelled: words.cancelled,
          left: words.tooLate,
          unconfirmed: words.unconfirmed,
          'not-known': words.notKnown,
        }[outcome.kind],
      );
    },
    ({ mailId }) => core.later.dismiss(mailId),
  ];
}
