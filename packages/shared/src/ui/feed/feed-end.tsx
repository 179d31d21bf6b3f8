import { Button } from '../parts/button.tsx';
import type { LoadedFeed } from '../store/feed-state.ts';
import { usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';

/** What stands under the last entry: that it is the last, that older ones are read, or that they could not be. */
export function FeedEnd(props: { readonly feed: LoadedFeed }) {
  const { messages } = useSurroundings();
  const { loadOlder } = usePanelStore();
  const { complete, older } = props.feed;
  if (older === 'failed') {
    return (
      <p className="feed-end">
        {messages.feedStates.moreFailed}{' '}
        <Button look="text" onPress={() => void loadOlder()}>
          {messages.tryAgain}
        </Button>
      </p>
    );
  }
  return (
    <p className="feed-end soft">
      {complete ? messages.feedStates.end : messages.feedStates.loading}
    </p>
  );
}
