import type { ReactNode } from 'react';

/** What stands where content would: the fact, the reason, and the one next step. */
export function BlankState(props: {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly step?: ReactNode;
}) {
  return (
    <section className="blank">
      <h2>{props.title}</h2>
      <div className="blank-why soft">{props.children}</div>
      {props.step}
    </section>
  );
}
