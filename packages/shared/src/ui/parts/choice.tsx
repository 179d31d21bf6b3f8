import ChevronDown from 'lucide-react/icons/chevron-down';

/** A select of the browser's own: its list may leave a narrow panel, and it obeys forced colours. */
export function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly words: Readonly<Record<Value, string>>;
  /** Whether something other than the usual is chosen, so that it must catch the eye. */
  readonly set: boolean;
  readonly onChange: (value: Value) => void;
}) {
  return (
    <span className={props.set ? 'choice choice-set' : 'choice'}>
      <select
        aria-label={props.label}
        value={props.value}
        onChange={(event) => {
          const chosen = props.values.find((value) => value === event.target.value);
          if (chosen !== undefined) props.onChange(chosen);
        }}
      >
        {props.values.map((value) => (
          <option key={value} value={value}>
            {props.words[value]}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden />
    </span>
  );
}
