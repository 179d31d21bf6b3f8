import { displayText } from '../../domain/message/display-text.ts';
import { useSurroundings } from '../surroundings.tsx';
import { Outside } from '../text/say.tsx';

/** A subject as text, or that there is none to see. */
export function SubjectText(props: { readonly subject: string }) {
  const { messages } = useSurroundings();
  return displayText(props.subject) === '' ? messages.noSubject : <Outside text={props.subject} />;
}
