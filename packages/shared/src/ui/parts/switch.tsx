import { useId } from 'react';

/** A switch with its name and a softer line below; `locked` shows the value and takes no change. */
export function Switch(props: {
  readonly name: string;
  readonly why: string;
  readonly on: boolean;
  readonly locked: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="settings-row">
      <div>
        <label htmlFor={id}>{props.name}</label>
        <p className="soft" id={`${id}-why`}>
          {props.why}
        </p>
      </div>
      <span className="switch">
        <input
          id={id}
          type="checkbox"
          role="switch"
          checked={props.on}
          aria-checked={props.on}
          aria-describedby={`${id}-why`}
          aria-disabled={props.locked || undefined}
          onChange={(event) => {
            if (!props.locked) props.onChange(event.target.checked);
          }}
        />
      </span>
    </div>
  );
}
