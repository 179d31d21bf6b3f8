import type { Asked } from '../../bus/ask.ts';
import type { ComposeState } from '../../bus/catalogue.ts';
import { askFromPage, onWorkerChange } from '../../bus/page-client.ts';
import type { ComposeWindow } from './compose-port.ts';
import type { Deliver } from './deliver.ts';
import { stripView } from './strip/strip-view.ts';
import { createStrip } from './strip/strip.ts';

/** What a mail looks like when Send is pressed; the window may be gone when Gmail has answered. */
type Leaving = {
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
  let leaving: Leaving | null = null;

  const strip = createStrip({
    onSwitch(follow) {
      chosen = follow;
      const draftKey = compose.draftKey();
      if (draftKey !== null) deliver('compose-switched', { account, draftKey, follow });
      show();
    },
    onAction(action) {
      if (action === 'reload') location.reload();
      else void askFromPage('open-panel', {});
    },
  });
  const follow = () => chosen ?? (answer?.kind === 'ok' ? answer.value.follow : true);
  const show = () => strip.show(stripView(answer, follow()));
  const read = async () => {
    answer = await askFromPage('compose-opened', { account, draftKey: compose.draftKey() });
    if (!life.signal.aborted) show();
  };
  const snapshot = (): Leaving => ({
    draftKey: compose.draftKey(),
    recipients: compose.recipients(),
    subject: compose.subject(),
    threadId: compose.threadId(),
  });

  compose.listen({
    draftNamed(draftKey) {
      if (chosen !== null) deliver('compose-switched', { account, draftKey, follow: chosen });
      void read();
    },
    presending() {
      leaving = snapshot();
    },
    sending() {
      const { draftKey, ...mail } = { ...(leaving ?? snapshot()) };
      const key = compose.draftKey() ?? draftKey;
      if (key === null) return;
      leaving = { draftKey: key, ...mail };
      deliver('compose-leaving', { account, draftKey: key, follow: follow(), ...mail });
    },
    sent(ids) {
      const draftKey = leaving?.draftKey ?? compose.draftKey();
      if (draftKey !== null) deliver('compose-sent', { account, draftKey, ...ids });
    },
    notSent() {
      const draftKey = compose.draftKey();
      if (draftKey !== null) deliver('compose-not-sent', { account, draftKey });
    },
    closed: () => life.abort(),
  });
  onWorkerChange(() => void read(), life.signal);
  show();
  compose.mountStrip(strip.element);
  void read();
}
