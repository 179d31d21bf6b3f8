import { useState } from 'react';

import type { UnmatchedNotice } from '../../application/panel/unmatched-notice.ts';
import type { EventId } from '../../domain/ids.ts';
import { Button } from '../parts/button.tsx';
import { usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { Outside, Say } from '../text/say.tsx';
import { useNow } from '../time/use-now.ts';
import { CandidateList } from './candidate-list.tsx';

/** One notice: what it says, the mails it may be about, and taking it off the list. */
export function NoticeRow(props: {
  readonly notice: UnmatchedNotice;
  readonly dismissed: boolean;
  readonly onDismiss: () => void;
  readonly onRestore: () => void;
}) {
  const { notice } = props;
  const { messages } = useSurroundings();
  const words = messages.unmatched;
  const store = usePanelStore();
  const [gone, setGone] = useState(false);
  const match = async (sent: EventId) => {
    const outcome = await store.matchNotice(notice.id, sent);
    setGone(outcome?.kind === 'gone');
  };
  if (props.dismissed) {
    return <Settled notice={notice} said={words.dismissed} onUndo={props.onRestore} />;
  }
  if (notice.matched !== null) {
    return (
      <Settled
        notice={notice}
        said={words.matched}
        onUndo={() => void store.unmatchNotice(notice.id)}
      />
    );
  }
  return (
    <li className="row row-tall">
      <Head notice={notice} />
      <p>{messages.bounces[notice.category].title}</p>
      {notice.subject !== null && (
        <p className="soft">
          <Say sentence={words.about(notice.subject)} />
        </p>
      )}
      {notice.diagnostic !== '' && (
        <p className="soft two-lines">
          <Outside text={notice.diagnostic} />
        </p>
      )}
      <CandidateList candidates={notice.candidates} onPick={(sent) => void match(sent)} />
      {gone && <p className="tone-needs-you">{words.gone}</p>}
      <div className="steps">
        <Button look="text" onPress={props.onDismiss}>
          {notice.candidates.length === 0 ? words.dismiss : words.none}
        </Button>
        <Button look="text" onPress={() => store.openMail({ ...notice, evidenceId: notice.id })}>
          {messages.openMail}
        </Button>
      </div>
    </li>
  );
}

function Head({ notice }: { readonly notice: UnmatchedNotice }) {
  const { messages, times } = useSurroundings();
  const words = messages.unmatched;
  const now = useNow();
  const [first] = notice.people;
  return (
    <p className="row-head">
      <span className="row-title">
        {first === undefined ? (
          words.kindOnly[notice.kind]
        ) : (
          <Say sentence={words.kind[notice.kind](first)} />
        )}
      </span>
      <span className="soft">{times.brief(notice.receivedAt, now)}</span>
    </p>
  );
}

function Settled(props: {
  readonly notice: UnmatchedNotice;
  readonly said: string;
  readonly onUndo: () => void;
}) {
  const { messages } = useSurroundings();
  return (
    <li className="row">
      <div className="row-words">
        <Head notice={props.notice} />
        <output className="soft">{props.said}</output>
      </div>
      <Button look="text" onPress={props.onUndo}>
        {messages.undo}
      </Button>
    </li>
  );
}
