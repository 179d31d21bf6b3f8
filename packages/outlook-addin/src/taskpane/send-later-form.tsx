import { Button } from '@postrider/shared/ui/parts/button';
import { useEscape } from '@postrider/shared/ui/parts/use-escape';
import { useSurroundings } from '@postrider/shared/ui/surroundings';
import { useId, useState } from 'react';

import { composeWords as words } from '../messages/compose.ts';
import {
  asLocalInput,
  fromLocalInput,
  latestMs,
  soonestMs,
  timesToChoose,
} from '../send-later/times-to-choose.ts';

/** Choosing the time at which Exchange is to send the mail. */
export function SendLaterForm(props: {
  readonly recipients: number;
  readonly working: boolean;
  readonly onChoose: (at: number) => void;
  readonly onCancel: () => void;
}) {
  const { clock, times } = useSurroundings();
  const [now] = useState(clock);
  const [text, setText] = useState(() => asLocalInput(timesToChoose(now)[0]?.at ?? now));
  const [wrong, setWrong] = useState<string | null>(null);
  const id = useId();
  useEscape(() => {
    if (!props.working) props.onCancel();
  });
  const choose = () => {
    const at = fromLocalInput(text);
    const what = wrongWith(at, props.recipients, clock());
    setWrong(what);
    if (what === null && at !== null) props.onChoose(at);
  };
  return (
    <form
      className="later-form"
      aria-label={words.laterTitle}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!props.working) choose();
      }}
    >
      <div className="later-times">
        {timesToChoose(now).map(({ name, at }) => (
          <button
            key={name}
            type="button"
            className="later-time"
            aria-pressed={text === asLocalInput(at)}
            onClick={() => setText(asLocalInput(at))}
          >
            <span>{words.times[name]}</span>
            <span className="soft">{times.point(at, now)}</span>
          </button>
        ))}
      </div>
      <div className="field">
        <label htmlFor={id} className="field-name">
          {words.when}
        </label>
        <input
          id={id}
          type="datetime-local"
          value={text}
          min={asLocalInput(now)}
          aria-invalid={wrong !== null || undefined}
          aria-describedby={`${id}-why`}
          onChange={(event) => {
            setWrong(null);
            setText(event.target.value);
          }}
        />
        <p id={`${id}-why`} className={wrong === null ? 'soft' : 'tone-needs-you'}>
          {wrong ?? words.laterWhy}
        </p>
      </div>
      <div className="steps">
        <Button look="primary" submit disabled={props.working}>
          {props.working ? words.handingOver : words.handOver}
        </Button>
        <Button look="plain" disabled={props.working} onPress={props.onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

function wrongWith(at: number | null, recipients: number, now: number): string | null {
  if (recipients === 0) return words.nobody;
  if (at === null || at < now + soonestMs) return words.tooSoon;
  return at > now + latestMs ? words.tooLate : null;
}
