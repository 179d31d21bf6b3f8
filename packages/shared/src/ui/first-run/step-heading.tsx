import { type ReactNode, useEffect, useRef } from 'react';

/** The heading of a screen; it takes the focus when the screen appears, so that what follows is read from there. */
export function StepHeading(props: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {props.children}
    </h2>
  );
}
