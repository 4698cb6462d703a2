/** The mark: a crossing of a trellis with one bud. Decoration; the name is written beside it or on its link. */
export function Logo(props) {
  const size = props.size ?? 28;
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect
        width="32"
        height="32"
        rx="9"
        fill="light-dark(var(--mantine-color-trellis-8), var(--mantine-color-trellis-7))"
      />
      <g fill="none" stroke="var(--mantine-color-trellis-1)" strokeWidth="2" strokeLinecap="round">
        <path d="M7 13 19 25M13 7l12 12M7 19 19 7M13 25l12-12" />
      </g>
      <circle cx="16" cy="16" r="3.4" fill="var(--mantine-color-clay-3)" />
    </svg>
  );
}
