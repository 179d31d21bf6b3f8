import ChevronDown from 'lucide-react/icons/chevron-down';
import { useId } from 'react';

import type { ListCheck } from '../../application/panel/queue.ts';
import { displayText } from '../../domain/message/display-text.ts';
import { useSurroundings } from '../surroundings.tsx';
import { Say } from '../text/say.tsx';
import { FaultList } from './fault-list.tsx';

/** What a list comes to: how many people, by which column, and each row that was left out with its reason. */
export function CheckResult(props: {
  readonly check: ListCheck;
  /** Nothing was pasted: the people are those in To of the draft. */
  readonly empty: boolean;
  readonly onColumn: (column: string) => void;
}) {
  const { check } = props;
  const { messages, times } = useSurroundings();
  const words = messages.groupMail;
  const id = useId();
  const nobody = check.good === 0 && check.faults.length === 0;
  return (
    <>
      <output className={check.good === 0 ? 'tone-needs-you' : 'row-title'}>
        {nobody ? words.nobody : resultWords()}
      </output>
      {nobody && <p className="soft">{words.nobodyWhy}</p>}
      {check.cut && <p className="tone-needs-you">{words.cut}</p>}
      {check.columns.length > 1 && (
        <section className="field">
          <p className="soft">
            <Say sentence={words.columns(check.columns.map((name) => displayText(name, 60)))} />
          </p>
          <label htmlFor={id}>{words.addressColumn}</label>
          <span className="choice group-draft">
            <select
              id={id}
              value={check.addressColumn}
              onChange={(event) => props.onColumn(event.target.value)}
            >
              {[...new Set(check.columns)].map((name) => (
                <option key={name} value={name} dir="auto">
                  {displayText(name, 60)}
                </option>
              ))}
            </select>
            <ChevronDown size={14} aria-hidden />
          </span>
        </section>
      )}
      {check.faults.length > 0 && <FaultList faults={check.faults} />}
    </>
  );

  function resultWords(): string {
    return check.good === 0 ? words.noneGood : words.good(check.good, times.count(check.good));
  }
}
