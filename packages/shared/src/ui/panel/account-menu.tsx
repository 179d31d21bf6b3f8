import Ban from 'lucide-react/icons/ban';
import ChevronDown from 'lucide-react/icons/chevron-down';
import LogOut from 'lucide-react/icons/log-out';
import RotateCw from 'lucide-react/icons/rotate-cw';
import Settings from 'lucide-react/icons/settings';
import { useId, useRef } from 'react';

import { moveFocusByArrows } from '../parts/arrow-keys.ts';
import { usePanelState, usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { Outside } from '../text/say.tsx';
import { type Health, healthOf, HealthMark } from './health.tsx';

/**
 * The account with its health, and what can be done about it. The browser's own popover closes it by
 * Escape or a click beside it and gives the focus back.
 */
export function AccountMenu() {
  const { messages } = useSurroundings();
  const status = usePanelState((state) => state.status);
  const store = usePanelStore();
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  if (status === null) return null;

  const { connection } = status;
  const health = healthOf(status);
  const account = 'account' in connection ? connection.account : null;
  const state = messages.account.states[health];
  const act = (action: () => void) => () => {
    menu.current?.hidePopover();
    action();
  };
  return (
    <div className="account">
      <button
        type="button"
        className="account-button"
        popoverTarget={id}
        aria-label={messages.account.label(account, state)}
      >
        <HealthMark health={health} />
        <span className="one-line">{account === null ? state : <Outside text={account} />}</span>
        <ChevronDown size={14} aria-hidden />
      </button>
      <div ref={menu} id={id} popover="auto" className="account-menu">
        {account !== null && <AccountState account={account} health={health} />}
        {account !== null && (
          <Item
            icon={Ban}
            words={messages.suppressed.title}
            onPress={act(() => store.openPage('suppressed'))}
          />
        )}
        <Item icon={Settings} words={messages.settings} onPress={act(store.openSettings)} />
        {account !== null && (
          <>
            <Item
              icon={RotateCw}
              words={messages.reconnect}
              onPress={act(() => void store.connect())}
            />
            <Item
              icon={LogOut}
              words={messages.disconnect}
              onPress={act(() => void store.disconnect())}
            />
          </>
        )}
      </div>
    </div>
  );
}

function AccountState(props: { readonly account: string; readonly health: Health }) {
  const { messages } = useSurroundings();
  return (
    <div className="menu-state">
      <p>
        <Outside text={props.account} />
      </p>
      <p className="soft">{messages.account.states[props.health]}</p>
    </div>
  );
}

function Item(props: {
  readonly icon: typeof Settings;
  readonly words: string;
  readonly onPress: () => void;
}) {
  const Icon = props.icon;
  return (
    <button
      type="button"
      className="menu-item"
      onClick={props.onPress}
      onKeyDown={moveFocusByArrows}
    >
      <Icon size={16} aria-hidden />
      {props.words}
    </button>
  );
}
