import type { ReactNode } from 'react';

/** Facts with their names, one below the other. */
export function Facts(props: { readonly children: ReactNode }) {
  return <dl className="facts">{props.children}</dl>;
}

/** One fact; a softer line below may say why. */
export function Fact(props: {
  readonly name: string;
  readonly children: ReactNode;
  readonly why?: ReactNode;
}) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        {props.children}
        {props.why !== undefined && <p className="soft">{props.why}</p>}
      </dd>
    </div>
  );
}
