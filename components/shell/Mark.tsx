/** The mark: a map pin whose hole is a slice of lime. Decoration beside the name. */
export function Mark({ sizePx = 28, className }: { sizePx?: number; className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      width={sizePx}
      height={sizePx}
      className={className}
      aria-hidden="true"
      focusable="false"
    >
      <path
        d="M16 1.25C9.5 1.25 4.5 6.15 4.5 12.6c0 7.3 7 12.5 10.1 17.3a1.65 1.65 0 0 0 2.8 0c3.1-4.8 10.1-10 10.1-17.3C27.5 6.15 22.5 1.25 16 1.25Z"
        className="fill-ink"
      />
      <circle cx="16" cy="12.75" r="8.5" fill="#f7fce8" />
      <circle cx="16" cy="12.75" r="7" fill="#a5e52f" />
      <path
        d="M16 5.75v14M9.94 9.25l12.12 7M22.06 9.25l-12.12 7"
        stroke="#f7fce8"
        strokeWidth="1.3"
        fill="none"
      />
    </svg>
  );
}
