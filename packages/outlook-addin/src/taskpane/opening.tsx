import { Skeleton } from '@postrider/shared/ui/feed/skeleton';
import { useSurroundings } from '@postrider/shared/ui/surroundings';

/** The pane before Outlook has answered: the same head and rows, so that nothing jumps when it has. */
export function Opening() {
  const { messages } = useSurroundings();
  return (
    <div className="pane-opening">
      <header className="panel-head">
        <h1>{messages.product}</h1>
      </header>
      <main className="panel-main">
        <Skeleton />
      </main>
    </div>
  );
}
