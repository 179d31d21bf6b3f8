import type { GuardedAddress } from '@postrider/shared/domain/sending/send-guard';
import { Note } from '@postrider/shared/ui/parts/note';
import { Switch } from '@postrider/shared/ui/parts/switch';
import { useId, useState } from 'react';

import { checksAtSend, type OpenMailView, sendsByButton, setFollow } from '../core/open-mail.ts';
import type { PaneCore } from '../core/pane-core.ts';
import { composeWords as words } from '../messages/compose.ts';
import { SendLater } from './send-later.tsx';
import { useOpenMail } from './use-open-mail.ts';

/** The mail that is being written beside the pane: following it, what is in its way, sending it later. */
export function ComposeCard({ core }: { readonly core: PaneCore }) {
  const [view, reload] = useOpenMail(core);
  const heading = useId();
  if (view.kind === 'none') return null;
  return (
    <section className="mail-card" aria-labelledby={heading}>
      <h2 id={heading}>{words.title}</h2>
      {view.kind === 'other' ? (
        <p className="soft">{words.other(view.address)}</p>
      ) : (
        <OwnMail core={core} view={view} reload={reload} />
      )}
    </section>
  );
}

type OwnView = Extract<OpenMailView, { kind: 'own' }>;

function OwnMail(props: {
  readonly core: PaneCore;
  readonly view: OwnView;
  readonly reload: () => void;
}) {
  const { core, view, reload } = props;
  const [failed, setFailed] = useState(false);
  const turn = async (on: boolean) => {
    setFailed(!(await setFollow(on)));
    reload();
  };
  return (
    <>
      <Switch
        name={words.follow}
        why={followWhy(view.follow, failed)}
        on={view.follow === 'on'}
        locked={view.follow === 'locked'}
        onChange={(on) => void turn(on)}
      />
      {view.obstacles.map((one) => (
        <Obstacle key={one.address} one={one} />
      ))}
      {!view.obstacles.some(refuses) && (
        <p className="soft">{sendsByButton() ? words.hint : words.hintNoSend}</p>
      )}
      {!checksAtSend() && <p className="soft">{words.notChecked}</p>}
      <SendLater core={core} recipients={view.recipients.length} />
    </>
  );
}

function followWhy(follow: OwnView['follow'], failed: boolean): string {
  if (failed) return words.followFailed;
  return { on: words.followOn, off: words.followOff, locked: words.followLocked }[follow];
}

const refuses = ({ obstacle }: GuardedAddress) => obstacle.kind !== 'on-hold';

function Obstacle({ one }: { readonly one: GuardedAddress }) {
  const refusedWhy = checksAtSend() ? words.refusedWhy : words.notCheckedWhy;
  switch (one.obstacle.kind) {
    case 'suppressed':
      return <Note tone="needs-you" title={words.suppressed(one.address)} why={refusedWhy} />;
    case 'blocked-domain':
      return <Note tone="needs-you" title={words.blocked(one.address)} why={refusedWhy} />;
    case 'on-hold':
      return <Note tone="waiting" title={words.onHold(one.address)} why={words.onHoldWhy} />;
  }
}
