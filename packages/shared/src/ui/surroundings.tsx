import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo } from 'react';

import type { Clock } from '../application/ports/clock.ts';
import type { Messages } from './messages/en.ts';
import { type Times, timesIn } from './time/times.ts';

/** What every component may ask for: the words, the times in the rep's locale, and the clock. */
export type Surroundings = {
  readonly messages: Messages;
  readonly times: Times;
  readonly clock: Clock;
};

const Context = createContext<Surroundings | null>(null);

/** Gives the components below their words, locale (BCP 47) and clock, and the page the language and direction of the words. */
export function SurroundingsProvider(props: {
  readonly messages: Messages;
  readonly locale: string;
  readonly clock: Clock;
  readonly children: ReactNode;
}) {
  const { messages, locale, clock } = props;
  const value = useMemo(
    () => ({ messages, times: timesIn(locale), clock }),
    [messages, locale, clock],
  );
  const { tag, direction } = messages.language;
  useLayoutEffect(() => {
    document.documentElement.lang = tag;
    document.documentElement.dir = direction;
  }, [tag, direction]);
  return <Context value={value}>{props.children}</Context>;
}

/** Words, times and clock; throws where the provider is missing, which is a bug. */
export function useSurroundings(): Surroundings {
  const value = useContext(Context);
  if (value === null) throw new Error('SurroundingsProvider is missing');
  return value;
}
