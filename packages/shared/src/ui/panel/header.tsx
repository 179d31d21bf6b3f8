import { useSurroundings } from '../surroundings.tsx';
import { AccountMenu } from './account-menu.tsx';

/** The head of the panel: the product's name and the account. */
export function Header() {
  const { messages } = useSurroundings();
  return (
    <header className="panel-head">
      <h1 tabIndex={-1}>{messages.product}</h1>
      <AccountMenu />
    </header>
  );
}
