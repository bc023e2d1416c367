// Owns the mark as the interface shows it: hairlines in the theme's own inks. Decoration, so nameless.

const leaf = 'M190 582 h620 q38 42 0 84 h-620 q-38 -42 0 -84 z'

/** Three palm leaves, slightly fanned, held by one cord: the program's icon, drawn as lightly as the icons beside it. */
export function LeafMark() {
  return (
    <svg width="120" height="80" viewBox="130 300 720 480" fill="none" stroke="var(--control-line)" aria-hidden>
      <g strokeWidth="9" strokeLinejoin="round" fill="var(--paper)">
        <path transform="rotate(-20 300 624)" d={leaf} />
        <path transform="rotate(-8 300 624)" d={leaf} />
        <path transform="rotate(4 300 624)" d={leaf} />
      </g>
      <path transform="rotate(4 300 624)" strokeWidth="7" strokeLinecap="round" d="M400 612 h330 M400 638 h250" />
      <path stroke="var(--accent)" strokeWidth="9" strokeLinecap="round" d="M300 624 C 236 690 262 750 324 758" />
      <circle cx="300" cy="624" r="17" fill="var(--accent)" stroke="none" />
    </svg>
  )
}
