import type { GuardedAddress } from '@postrider/shared/domain/sending/send-guard';

import type { Asked } from '../../bus/ask.ts';
import { hearChanged } from '../../bus/changed-word.ts';
import type { ComposeState } from '../../bus/page-catalogue.ts';
import { askFromPage } from '../../bus/page-client.ts';
import type { ComposeWindow } from './compose-port.ts';
import { watchDeparture } from './departure.ts';
import type { GmailPage } from './gmail-page.ts';
import { isFollowable, stripView } from './strip/strip-view.ts';
import { createStrip } from './strip/strip.ts';

/** Puts the strip under one compose window, remembers its switch with the draft, and tells the worker of the send. */
export function followCompose(compose: ComposeWindow, page: GmailPage): void {
  const { account, deliver, desk, guard } = page;
  const life = new AbortController();
  let answer: Asked<ComposeState> | null = null;
  /** What the rep chose in this window; null = not touched, the draft's own state holds. */
  let chosen: boolean | null = null;
  let refused: readonly GuardedAddress[] = [];
  let stuck = false;

  const switchedOn = () => chosen ?? (answer?.kind === 'ok' ? answer.value.follow : true);
  const about = () => ({ answer, kind: compose.kind(), from: compose.from() });
  const follow = () => switchedOn() && isFollowable(about());
  const show = () =>
    strip.show(
      stripView({
        ...about(),
        follow: switchedOn(),
        delegated: page.delegated,
        refused,
        stuck,
        doubtful: guard.doubtful(compose.recipients()),
        now: page.now(),
      }),
    );
  const read = async () => {
    answer = await askFromPage('compose-state', { account, draftKey: compose.draftKey() });
    if (!life.signal.aborted) show();
  };
  const choose = (choice: boolean) => {
    chosen = choice;
    const draftKey = compose.draftKey();
    if (draftKey !== null) deliver('compose-switched', { account, draftKey, follow: choice });
    show();
  };
  const named = (draftKey: string) => {
    desk.opened(draftKey);
    if (chosen !== null) deliver('compose-switched', { account, draftKey, follow: chosen });
    void read();
  };
  const changed = () => {
    const recipients = compose.recipients();
    refused = refused.filter(({ address }) => recipients.includes(address));
    stuck &&= refused.length > 0;
    void guard.learn(recipients).then(show);
    show();
  };
  const act = {
    'open-panel': () => void askFromPage('open-panel', {}),
    reload: () => location.reload(),
    reconnect: () => void askFromPage('reconnect', { account }),
    remove() {
      stuck = !compose.removeRecipients(refused.map(({ address }) => address));
      if (!stuck) refused = [];
      show();
    },
    async 'send-anyway'() {
      const addresses = refused.map(({ address }) => address);
      const done = await askFromPage('unsuppress', { account, addresses });
      if (done.kind !== 'ok') return;
      await guard.refresh();
      refused = [];
      show();
      compose.send();
    },
  };

  const strip = createStrip({ onSwitch: choose, onAction: (action) => void act[action]() });
  const departure = watchDeparture(compose, page, follow);
  compose.listen({
    draftNamed: named,
    changed,
    presending(cancel, how) {
      refused = page.delegated ? [] : guard.refusing(compose.recipients());
      if (refused.length > 0) {
        cancel();
        show();
        strip.focusAction();
        return;
      }
      if (how === 'now') departure.pressed();
    },
    sending: departure.sending,
    sent: departure.sent,
    notSent: departure.notSent,
    closed: () => life.abort(),
    pageLeft: departure.pageLeft,
  });
  const stopHearing = hearChanged(() => {
    void guard.refresh().then(read);
  });
  life.signal.addEventListener('abort', stopHearing);

  show();
  compose.mountStrip(strip.element);
  page.health.recognised();
  page.choices.add({ draftKey: departure.draftKey, follow });
  void guard.refresh().then(changed);
  const draftKey = compose.draftKey();
  if (draftKey === null) void read();
  else named(draftKey);
}
