import { createContext, type ReactNode, useContext, useState } from 'react';

const Context = createContext<(said: string) => void>(() => {});

/** A live region over the queue's pages: what a press did is told there, wherever its button has gone. */
export function Announcing(props: { readonly children: ReactNode }) {
  const [said, setSaid] = useState('');
  return (
    <Context value={setSaid}>
      <output className="for-ears" data-testid="queue-announcer">
        {said}
      </output>
      {props.children}
    </Context>
  );
}

/** Tells a sentence to those who do not see the page. */
export function useAnnounce(): (said: string) => void {
  return useContext(Context);
}
