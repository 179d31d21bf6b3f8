import { useState } from 'react';

import type { Suppression } from '../../application/panel/suppression.ts';
import { BlankState } from '../parts/blank-state.tsx';
import { Button } from '../parts/button.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { usePanelState, usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { saveFile } from '../text/save-file.ts';
import { Say } from '../text/say.tsx';
import { AddAddress } from './add-address.tsx';
import { PageFrame } from './page-frame.tsx';
import { suppressedCsv } from './suppressed-csv.ts';
import { SuppressedRow } from './suppressed-row.tsx';

/** How many rows stand in the page; the search finds the others. */
const mostShown = 200;

/** Addresses that are not written to any more, or are on hold: why, taking them off, adding one, and what the company blocks. */
export function SuppressedPage() {
  const { messages } = useSurroundings();
  const words = messages.suppressed;
  const list = usePanelState((state) => state.suppressions);
  const [text, setText] = useState('');
  return (
    <PageFrame title={words.title}>
      <p className="soft">{words.why}</p>
      <Company />
      <AddAddress />
      {list !== null && list.length > 0 && (
        <div className="list-tools">
          <SearchField label={words.search} value={text} onSearch={setText} />
          <Button
            look="plain"
            onPress={() => saveFile(words.fileName, 'text/csv', suppressedCsv(list, messages))}
          >
            {words.export}
          </Button>
        </div>
      )}
      <TakenOff />
      {list !== null && <Found list={list} text={text} />}
    </PageFrame>
  );
}

function Found(props: { readonly list: readonly Suppression[]; readonly text: string }) {
  const { messages, times } = useSurroundings();
  const words = messages.suppressed;
  const wanted = props.text.trim().toLowerCase();
  const found = props.list.filter(
    ({ address, why }) => address.includes(wanted) || why.toLowerCase().includes(wanted),
  );
  if (props.list.length === 0) {
    return (
      <BlankState title={words.none}>
        <p>{words.noneWhy}</p>
      </BlankState>
    );
  }
  if (found.length === 0) return <p className="page-blank soft">{words.nothingFound}</p>;
  return (
    <>
      <output className="soft">{words.count(found.length, times.count(found.length))}</output>
      <ul className="rows">
        {found.slice(0, mostShown).map((one) => (
          <SuppressedRow key={one.address} suppression={one} />
        ))}
      </ul>
    </>
  );
}

/** What was taken off last, until something else is: a slip of the hand is put back by one press. */
function TakenOff() {
  const { suppressed: words } = useSurroundings().messages;
  const taken = usePanelState((state) => state.takenOff);
  const { putBack } = usePanelStore();
  return (
    <output>
      {taken !== null && (
        <span className="taken-off">
          <span>
            <Say sentence={words.takenOff(taken.address)} />
          </span>
          <Button look="text" onPress={() => void putBack(taken.address)}>
            {words.putBack}
          </Button>
        </span>
      )}
    </output>
  );
}

function Company() {
  const { suppressed: words } = useSurroundings().messages;
  const domains = usePanelState((state) => state.blockedDomains);
  if (domains.length === 0) return null;
  return (
    <section className="box">
      <h3>{words.company}</h3>
      <p className="soft">{words.companyWhy(domains)}</p>
    </section>
  );
}
