import type { ReactNode } from 'react';

import '../styles.css';
import { english } from '../messages/en.ts';
import { SurroundingsProvider } from '../surroundings.tsx';

const messages = english({ mail: 'Gmail', provider: 'Google' });

/** A page of ours with its styles and the words of Gmail, in a locale (BCP 47) and at a time that can be chosen. */
export function Framed(props: {
  readonly children: ReactNode;
  readonly locale: string;
  readonly clock: () => number;
}) {
  return (
    <SurroundingsProvider messages={messages} locale={props.locale} clock={props.clock}>
      {props.children}
    </SurroundingsProvider>
  );
}
