import { type ReactNode, useMemo } from 'react';

import '../styles.css';
import { english } from '../messages/en.ts';
import { SurroundingsProvider } from '../surroundings.tsx';
import { type PseudoLanguage, pseudoLanguages, pseudoMessages } from './pseudo-languages.ts';

const gmail = english({ mail: 'Gmail', provider: 'Google' });

/**
 * A page of ours with its styles and the words of Gmail, in a locale (BCP 47) and at a time that can be chosen. A
 * pseudo-language brings words and locale of its own.
 */
export function Framed(props: {
  readonly children: ReactNode;
  readonly locale: string;
  readonly clock: () => number;
  readonly language?: PseudoLanguage | undefined;
}) {
  const { language } = props;
  const messages = useMemo(
    () => (language === undefined ? gmail : pseudoMessages(language)),
    [language],
  );
  return (
    <SurroundingsProvider
      messages={messages}
      locale={language === undefined ? props.locale : pseudoLanguages[language].locale}
      clock={props.clock}
    >
      {props.children}
    </SurroundingsProvider>
  );
}
