import { BlankState } from '../parts/blank-state.tsx';
import { usePanelState } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { NoticeRow } from './notice-row.tsx';
import { PageFrame } from './page-frame.tsx';
import { useLateDismiss } from './use-late-dismiss.ts';

/** Bounces that could not be tied to a mail, each with the mails it may be about. */
export function UnmatchedPage() {
  const { unmatched: words } = useSurroundings().messages;
  const notices = usePanelState((state) => state.notices);
  const { dismissed, dismiss, restore } = useLateDismiss();
  return (
    <PageFrame title={words.title}>
      {notices?.length === 0 && (
        <BlankState title={words.empty}>
          <p>{words.emptyWhy}</p>
        </BlankState>
      )}
      {notices !== null && notices.length > 0 && (
        <>
          <p className="soft">{words.why}</p>
          <ul className="rows">
            {notices.map((notice) => (
              <NoticeRow
                key={notice.id}
                notice={notice}
                dismissed={dismissed.has(notice.id)}
                onDismiss={() => dismiss(notice.id)}
                onRestore={() => restore(notice.id)}
              />
            ))}
          </ul>
        </>
      )}
    </PageFrame>
  );
}
