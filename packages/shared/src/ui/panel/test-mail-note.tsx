import type { TestMailOutcome } from '../../application/send-test-mail/send-test-mail.ts';
import type { Messages } from '../messages/en.ts';
import { Button } from '../parts/button.tsx';
import { Note, type NoteTone } from '../parts/note.tsx';
import { usePanelState, usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { Say } from '../text/say.tsx';
import type { Sentence } from '../text/sentence.ts';
import { failureWords } from './failure-words.ts';

/** What became of the last wish for a test mail, until it is put away. */
export function TestMailNote() {
  const { messages, times, clock } = useSurroundings();
  const outcome = usePanelState((state) => state.testMail);
  const { dismissTestMail } = usePanelStore();
  if (outcome.kind === 'none' || outcome.kind === 'sending') return null;
  const words = wordsFor(outcome, messages, (at) => times.point(at, clock()));
  return (
    <Note
      tone={words.tone}
      title={words.title}
      why={<Say sentence={words.why} />}
      step={
        <Button look="plain" onPress={dismissTestMail}>
          {messages.close}
        </Button>
      }
    />
  );
}

type Words = { readonly tone: NoteTone; readonly title: string; readonly why: Sentence };

function wordsFor(
  outcome: TestMailOutcome,
  messages: Messages,
  point: (at: number) => string,
): Words {
  const words = messages.testMail;
  switch (outcome.kind) {
    case 'sent':
      return { tone: 'done', title: words.sent, why: [words.sentWhy] };
    case 'on-its-way':
      return { tone: 'waiting', title: words.onItsWay, why: [words.onItsWayWhy] };
    case 'not-connected':
      return { tone: 'needs-you', title: words.notConnected, why: [] };
    case 'failed': {
      if (outcome.failure.kind === 'unknown') {
        return { tone: 'waiting', title: words.unknown, why: [words.unknownWhy] };
      }
      const { title, why } = failureWords(outcome.failure, messages, point);
      return { tone: 'needs-you', title: words.failed, why: [`${title}. `, ...why] };
    }
  }
}
