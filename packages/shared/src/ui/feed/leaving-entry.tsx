import Timer from 'lucide-react/icons/timer';

import type { FollowedMail } from '../../application/ports/followed-mails.ts';
import { isTestMail } from '../../application/send-test-mail/send-test-mail.ts';
import { useSurroundings } from '../surroundings.tsx';
import { Say } from '../text/say.tsx';
import { SubjectText } from './subject-text.tsx';

/** A mail that was sent in the page and that Undo may still take back. It is no event: nothing can be done with it here. */
export function LeavingEntry(props: { readonly mail: FollowedMail; readonly factId: string }) {
  const { messages } = useSurroundings();
  const { recipients, subject } = props.mail;
  const [first, ...others] = recipients;
  return (
    <div className="entry entry-leaving">
      <Timer size={16} aria-hidden className="entry-icon tone-waiting" />
      <span className="entry-fact" id={props.factId}>
        {isTestMail(props.mail) ? messages.testMail.leaving : messages.entry.leaving}
      </span>
      <span className="entry-rest">
        <span className="one-line">
          <SubjectText subject={subject} />
        </span>
        {first !== undefined && (
          <span className="one-line">
            <Say sentence={messages.entry.to(first, others.length)} />
          </span>
        )}
      </span>
    </div>
  );
}
