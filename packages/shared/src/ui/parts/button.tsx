import type { ReactNode } from 'react';

/** A button: `primary` is the one next step of a state, `plain` has an edge, `text` stands in a line of text. */
export function Button(props: {
  readonly look: 'primary' | 'plain' | 'text';
  readonly onPress?: () => void;
  readonly onEscape?: () => void;
  /** Sends the form that it stands in. */
  readonly submit?: boolean;
  readonly children: ReactNode;
  readonly disabled?: boolean;
  /** What it does, for those who do not see where it stands. */
  readonly label?: string;
  /** Whether Tab stops here; by default it does. */
  readonly tabStop?: boolean;
}) {
  // aria-disabled, not disabled: the focus must not fall off a button that is pressed.
  const disabled = props.disabled ?? false;
  return (
    <button
      type={props.submit === true ? 'submit' : 'button'}
      className={`button button-${props.look}`}
      aria-disabled={disabled || undefined}
      aria-label={props.label}
      tabIndex={props.tabStop === false ? -1 : undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onEscape?.();
      }}
      onClick={disabled ? undefined : props.onPress}
    >
      {props.children}
    </button>
  );
}
