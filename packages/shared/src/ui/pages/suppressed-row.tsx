import type { Suppression } from '../../application/panel/suppression.ts';
import { useSurroundings } from '../surroundings.tsx';
import { Outside } from '../text/say.tsx';
import { useNow } from '../time/use-now.ts';
import { TakeOff } from './take-off.tsx';

/** One address of the list: why it is there, since when, and taking it off. */
export function SuppressedRow({ suppression }: { readonly suppression: Suppression }) {
  const { messages, times } = useSurroundings();
  const words = messages.suppressed;
  const now = useNow();
  const { address, status, because, by, since, why } = suppression;
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">
          <Outside text={address} />
        </p>
        {status === 'on-hold' && (
          <p className="tone-waiting">
            {words.entryOnHold}. {words.onHoldWhy}
          </p>
        )}
        <p className="soft">
          {words.reason(words.because[because], words.by[by], times.brief(since, now))}
        </p>
        {why !== '' && (
          <p className="soft">
            <Outside text={why} />
          </p>
        )}
      </div>
      <TakeOff address={address} />
    </li>
  );
}
