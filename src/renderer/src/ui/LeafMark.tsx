// Owns the mark as the interface shows it, in the theme's own ink. Decoration, so nameless.

const leaf = 'M180 564 h640 q46 60 0 120 h-640 q-46 -60 0 -120 z'

/** Three palm leaves, slightly fanned, held by one cord: the same drawing as the program's icon. */
export function LeafMark() {
  return (
    <svg width="112" height="84" viewBox="130 190 770 640" fill="none" stroke="var(--accent)" aria-hidden>
      <g strokeWidth="22" strokeLinejoin="round" fill="var(--raised)">
        <path transform="rotate(-24 300 624)" d={leaf} />
        <path transform="rotate(-8 300 624)" d={leaf} />
        <path transform="rotate(8 300 624)" d={leaf} />
      </g>
      <path transform="rotate(8 300 624)" strokeWidth="16" strokeLinecap="round" d="M420 606 h300 M420 648 h220" />
      <path strokeWidth="20" strokeLinecap="round" d="M300 624 C 210 720 250 800 330 812" />
      <circle cx="300" cy="624" r="30" fill="var(--accent)" stroke="none" />
    </svg>
  )
}
