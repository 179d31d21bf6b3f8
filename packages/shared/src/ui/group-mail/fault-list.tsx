import type { RowFault } from '../../application/panel/queue.ts';
import { Button } from '../parts/button.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { saveFile } from '../text/save-file.ts';
import { Outside, Say } from '../text/say.tsx';
import { faultWords } from './fault-words.ts';
import { faultsCsv } from './faults-csv.ts';

/** How many rows stand in the page; the file holds all. */
const mostShown = 100;

const kinds = ['invalid', 'missing-field', 'duplicate', 'suppressed', 'blocked'] as const;

/** The rows that get no mail: how many for which reason, then each with its line. */
export function FaultList({ faults }: { readonly faults: readonly RowFault[] }) {
  const { messages, times } = useSurroundings();
  const words = messages.groupMail;
  const more = faults.length - mostShown;
  const counts = kinds
    .map((kind) => ({ kind, count: faults.filter(({ fault }) => fault.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => words.faultCount(times.count(count), words.faults[kind]));
  return (
    <details className="box group-faults" open={faults.length <= 5}>
      <summary>
        <span className="row-title">{words.left(faults.length, times.count(faults.length))}</span>
        <span className="soft">{counts.join(' · ')}</span>
      </summary>
      <div>
        <Button
          look="plain"
          onPress={() => saveFile(words.faultsFile, 'text/csv', faultsCsv(faults, messages))}
        >
          {words.exportFaults}
        </Button>
      </div>
      <ul className="rows">
        {faults.slice(0, mostShown).map((one) => (
          <li key={`${one.line} ${one.text}`} className="group-fault">
            <span className="soft">{words.line(times.count(one.line))}</span>
            <span>
              <Say sentence={faultWords(one, messages)} />
            </span>
            <span className="soft one-line">
              <Outside text={one.text} />
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="soft">{words.moreFaults(more, times.count(more))}</p>}
    </details>
  );
}
