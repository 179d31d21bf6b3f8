import type { Asked } from '../../bus/ask.ts';
import type { ComposeState } from '../../bus/catalogue.ts';
import { hearChanged } from '../../bus/changed-word.ts';
import { askFromPage } from '../../bus/page-client.ts';
import type { ComposeWindow } from './compose-port.ts';
import type { Deliver } from './deliver.ts';
import { stripView } from './strip/strip-view.ts';
import { createStrip } from './strip/strip.ts';

/** The mail as it was when Send was pressed: the window may be gone when Gmail answers. */
type Departure = {
  readonly draftKey: string | null;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly threadId: string | null;
};

/** Puts the strip under one compose window, remembers its switch with the draft, and tells the worker of the send. */
export function followCompose(compose: ComposeWindow, account: string, deliver: Deliver): void {
  const life = new AbortController();
  let answer: Asked<ComposeState> | null = null;
  /** What the rep chose in this window; null = not touched, the draft's own state holds. */
  let chosen: boolean | null = null;
  let departure: Departure | null = null;

  const follow = () => chosen ?? (answer?.kind === 'ok' ? answer.value.follow : true);
  const show = () => strip.show(stripView(answer, follow()));
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
    deliver('compose-opened', { account, draftKey });
    if (chosen !== null) deliver('compose-switched', { account, draftKey, follow: chosen });
    void read();
  };
  const depart = (): Departure => ({
    draftKey: compose.draftKey(),
    recipients: compose.recipients(),
    subject: compose.subject(),
    threadId: compose.threadId(),
  });

  const strip = createStrip({
    onSwitch: choose,
    onAction(action) {
      if (action === 'reload') location.reload();
      else void askFromPage('open-panel', {});
    },
  });
  compose.listen({
    draftNamed: named,
    presending() {
      departure = depart();
    },
    sending() {
      const { recipients, subject, threadId, ...before } = departure ?? depart();
      const draftKey = compose.draftKey() ?? before.draftKey;
      departure = { draftKey, recipients, subject, threadId };
      if (draftKey === null) return;
      const mail = { follow: follow(), recipients, subject, threadId };
      deliver('compose-leaving', { account, draftKey, ...mail });
    },
    sent(ids) {
      const draftKey = departure?.draftKey ?? null;
      // Without ids the worker finds the mail in Sent by what it was told of the departure.
      if (draftKey !== null && ids) deliver('compose-sent', { account, draftKey, ...ids });
    },
    notSent() {
      const draftKey = departure?.draftKey ?? null;
      departure = null;
      if (draftKey !== null) deliver('compose-not-sent', { account, draftKey });
    },
    closed: () => life.abort(),
  });
  const stopHearing = hearChanged(() => void read());
  life.signal.addEventListener('abort', stopHearing);

  show();
  compose.mountStrip(strip.element);
  const draftKey = compose.draftKey();
  if (draftKey === null) void read();
  else named(draftKey);
}
