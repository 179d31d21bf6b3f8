import { useEffect, useState } from 'react';

import type { AddressStanding } from '../../domain/analytics/address-standing.ts';
import type { MailEvent } from '../../domain/analytics/event.ts';
import { usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';

/** What has cleared a bounce or delay since: a reply, a later mail that arrived, or time. Nothing where nothing has. */
export function ClearedLine({ event }: { readonly event: MailEvent }) {
  const { messages, times } = useSurroundings();
  const words = messages.details;
  const store = usePanelStore();
  const [standing, setStanding] = useState<AddressStanding | null>(null);
  const { address } = event.person;
  useEffect(() => {
    let shown = true;
    const read = async () => {
      const answer = await store.standing(address);
      if (shown) setStanding(answer);
    };
    void read();
    return () => {
      shown = false;
    };
  }, [store, address]);
  if (standing?.kind !== 'cleared' || standing.at < event.occurredAt) return null;
  return (
    <div className="details-line">
      <dt>{words.since}</dt>
      <dd>{words.clearedBy[standing.by](times.full(standing.at))}</dd>
    </div>
  );
}
