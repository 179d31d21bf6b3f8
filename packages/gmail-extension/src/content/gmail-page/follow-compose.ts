import type { GuardedAddress } from '@postrider/shared/domain/sending/send-guard';

import type { Asked } from '../../bus/ask.ts';
import { hearChanged } from '../../bus/changed-word.ts';
import type { ComposeState } from '../../bus/page-catalogue.ts';
import { askFromPage } from '../../bus/page-client.ts';
import type { ComposeWindow } from './compose-port.ts';
import { watchDeparture } from './departure.ts';
import type { GmailPage } from './gmail-page.ts';
import type { StripAction } from './strip/strip-look.ts';
import { isFollowable, type StripQuestion, stripView } from './strip/strip-view.ts';
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
  let question: StripQuestion = { kind: 'none' };

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
        account,
        question,
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
  /** What is asked stands until it is answered or left; the keyboard goes to where it is answered. */
  const ask = (next: StripQuestion) => {
    question = next;
    show();
    strip.focusAction();
  };
  const connect = async (replacing: string | null) => {
    ask({ kind: 'connecting' });
    const asked = await askFromPage('connect-as', { account, replacing });
    question = { kind: 'told', outcome: asked.kind === 'ok' ? asked.value : null };
    await read();
  };
  const act: Readonly<Record<StripAction, (written: string) => unknown>> = {
    'open-panel': () => askFromPage('open-panel', {}),
    reload: () => location.reload(),
    reconnect: () => askFromPage('reconnect', { account }),
    'connect-account': () => connect(null),
    'ask-switch': () => ask({ kind: 'switch' }),
    'switch-account': () => connect(connectedInstead(answer)),
    'ask-why': () => ask({ kind: 'why-anyway' }),
    'leave-question': () => ask({ kind: 'none' }),
    remove() {
      stuck = !compose.removeRecipients(refused.map(({ address }) => address));
      if (!stuck) refused = [];
      show();
    },
    async 'send-anyway'(why) {
      const addresses = refused.map(({ address }) => address);
      const done = await askFromPage('unsuppress', { account, addresses, why });
      if (done.kind !== 'ok') return;
      await guard.refresh();
      refused = [];
      question = { kind: 'none' };
      show();
      compose.send();
    },
  };

  const strip = createStrip({
    onSwitch: choose,
    onAction: (action, written) => void act[action](written.trim()),
  });
  const departure = watchDeparture(compose, page, follow);
  compose.listen({
    draftNamed: named,
    changed,
    presending(cancel, how) {
      refused = page.delegated ? [] : guard.refusing(compose.recipients());
      if (refused.length > 0) {
        cancel();
        ask({ kind: 'none' });
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

/** The account that is connected instead of the page's own, as the rep was told; null where there is none. */
function connectedInstead(answer: Asked<ComposeState> | null): string | null {
  const standing = answer?.kind === 'ok' ? answer.value.standing : null;
  return standing?.kind === 'other-account' ? standing.connected : null;
}
