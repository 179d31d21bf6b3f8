import { useId } from 'react';

import type { MatchCandidate } from '../../application/panel/unmatched-notice.ts';
import type { EventId } from '../../domain/ids.ts';
import { nameOf } from '../feed/entry-words.ts';
import { useSurroundings } from '../surroundings.tsx';
import { Say } from '../text/say.tsx';
import { useNow } from '../time/use-now.ts';

/** From these confidences on a guess is called so. */
const likelyFrom = 0.7;
const possibleFrom = 0.4;

/** The mails a notice may be about, best first; one press picks one. */
export function CandidateList(props: {
  readonly candidates: readonly MatchCandidate[];
  readonly onPick: (sent: EventId) => void;
}) {
  const { messages } = useSurroundings();
  const words = messages.unmatched;
  const id = useId();
  if (props.candidates.length === 0) return <p className="soft">{words.noCandidates}</p>;
  return (
    <>
      <p id={id}>{words.candidates}</p>
      <ul className="candidates" aria-labelledby={id}>
        {props.candidates.map((candidate) => (
          <li key={candidate.sent.id}>
            <Candidate candidate={candidate} onPick={() => props.onPick(candidate.sent.id)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Candidate(props: { readonly candidate: MatchCandidate; readonly onPick: () => void }) {
  const { messages, times } = useSurroundings();
  const words = messages.unmatched;
  const now = useNow();
  const { sent, confidence } = props.candidate;
  const who = nameOf(sent.recipients[0] ?? sent.person);
  const subject = sent.subject.trim() === '' ? messages.noSubject : sent.subject;
  return (
    <button type="button" className="candidate" onClick={props.onPick}>
      <span className="candidate-mail">
        <Say sentence={words.candidate(who, subject)} />
      </span>{' '}
      <span className="soft">
        {times.brief(sent.occurredAt, now)} · {words.confidence[called(confidence)]}
      </span>
    </button>
  );
}

function called(confidence: number): 'likely' | 'possible' | 'guess' {
  if (confidence >= likelyFrom) return 'likely';
  return confidence >= possibleFrom ? 'possible' : 'guess';
}
