/** How much of something is left, 0 … 1, as a thin bar; the words beside it say the same. */
export function Bar(props: { readonly share: number; readonly tone: 'plain' | 'near' | 'over' }) {
  const share = Math.min(1, Math.max(0, props.share));
  return (
    <span className={`bar bar-${props.tone}`} aria-hidden>
      <span style={{ inlineSize: `${share * 100}%` }} />
    </span>
  );
}
