import { useId } from 'react';
import styles from './sign-in-layout.module.css';
/** A trellis with a climbing stem, drawn behind the words of the door. Decoration. */
export function Lattice() {
  const id = useId();
  return (
    <svg
      className={styles.lattice}
      viewBox="0 0 400 640"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <defs>
        <pattern id={id} width="80" height="80" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0H80M0 0V80" stroke="currentColor" strokeWidth="2" fill="none" />
        </pattern>
      </defs>
      <rect width="400" height="640" fill={`url(#${id})`} opacity="0.16" />
      <g
        fill="none"
        stroke="var(--mantine-color-trellis-3)"
        strokeWidth="3"
        strokeLinecap="round"
        opacity="0.75"
      >
        <path d="M250 660C262 560 196 520 226 430S338 330 300 232 214 150 262 60" />
        <path d="M226 430c-44-10-70-34-78-72M307 262c26-6 44-18 47-38M272 160c-36 0-66-12-82-40" />
      </g>
      <g fill="var(--mantine-color-trellis-4)" opacity="0.85">
        <path d="M148 358c-26-2-44-20-46-48 28 0 46 18 46 48ZM354 224c-4-28 8-50 32-62 10 26-2 50-32 62ZM190 120c-26 2-46-10-56-36 26-8 48 6 56 36Z" />
        <path d="M238 486c30-8 54 2 68 26-28 12-54 2-68-26ZM300 262c-28-4-46-22-48-48 28 0 46 18 48 48Z" />
      </g>
      <g fill="var(--mantine-color-clay-3)">
        <circle cx="262" cy="58" r="11" />
        <circle cx="100" cy="306" r="7" />
        <circle cx="388" cy="158" r="7" />
      </g>
    </svg>
  );
}
