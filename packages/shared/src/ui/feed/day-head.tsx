import { useSurroundings } from '../surroundings.tsx';
import type { Day } from './rows.ts';

/** The head of a day: "Today", "Yesterday", or its date. */
export function DayHead(props: { readonly day: Day; readonly now: number }) {
  const { messages, times } = useSurroundings();
  const { day } = props;
  const words = {
    today: messages.feedStates.today,
    yesterday: messages.feedStates.yesterday,
    date: times.day(day.at, props.now),
  };
  return <h2 className="day-head">{words[day.kind]}</h2>;
}
