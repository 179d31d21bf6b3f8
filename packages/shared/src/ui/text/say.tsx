import { createElement, Fragment } from 'react';

import { displayText } from '../../domain/message/display-text.ts';
import type { Sentence } from './sentence.ts';

/** Shows a sentence; words from outside stand in `bdi`, so a right-to-left name leaves ours in order. */
export function Say(props: { readonly sentence: Sentence }) {
  // Spread as children of their own: the parts never change places, so they need no keys.
  return createElement(
    Fragment,
    null,
    ...props.sentence.map((part) =>
      typeof part === 'string' ? part : createElement('bdi', null, part.outside),
    ),
  );
}

// What a notice's own words may measure (domain/bounce/notice.ts); nothing else is as long.
const longest = 2000;

/** Shows one text from outside, such as a subject. */
export function Outside(props: { readonly text: string }) {
  return <bdi>{displayText(props.text, longest)}</bdi>;
}
