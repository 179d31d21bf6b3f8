import { useSurroundings } from '../surroundings.tsx';
import { plainText } from '../text/plain-text.ts';
import { Outside } from '../text/say.tsx';

/** A subject as text, or that there is none to see. */
export function SubjectText(props: { readonly subject: string }) {
  const { messages } = useSurroundings();
  return plainText(props.subject) === '' ? messages.noSubject : <Outside text={props.subject} />;
}
