import { useSurroundings } from '../surroundings.tsx';
import { Outside } from '../text/say.tsx';
import { Decide } from './decide.tsx';
import { type EntriesWanted, useEntries } from './use-entries.ts';

const wanted: EntriesWanted = { states: ['unsure'] };

/** How many are asked about at once; the next come as these are answered. */
const shown = 20;

/** Mails of which nobody can be sure that they left: a person decides about each. */
export function UnsureList() {
  const { messages, times } = useSurroundings();
  const words = messages.queue;
  const { entries } = useEntries(wanted);
  if (entries === null || entries.length === 0) return null;
  return (
    <section className="box box-needs-you">
      <h2>{words.unsure(entries.length, times.count(entries.length))}</h2>
      <p>{words.unsureWhy}</p>
      <ul className="rows">
        {entries.slice(0, shown).map((entry) => (
          <li key={entry.mailId} className="row row-tall">
            <p className="row-title">
              <Outside text={entry.name === '' ? entry.address : entry.name} />
            </p>
            <Decide entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  );
}
