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
      <circle cx="16" cy="12.75" r="8.25" fill="#7cbb12" />
      <circle cx="16" cy="12.75" r="7.1" fill="#f4fbe0" />
      <path
        d="M16.00 11.65L13.82 7.86A5.35 5.35 0 0 1 18.18 7.86ZM16.95 12.20L19.14 8.42A5.35 5.35 0 0 1 21.32 12.19ZM16.95 13.30L21.32 13.31A5.35 5.35 0 0 1 19.14 17.08ZM16.00 13.85L18.18 17.64A5.35 5.35 0 0 1 13.82 17.64ZM15.05 13.30L12.86 17.08A5.35 5.35 0 0 1 10.68 13.31ZM15.05 12.20L10.68 12.19A5.35 5.35 0 0 1 12.86 8.42Z"
        fill="#a5e52f"
        stroke="#a5e52f"
        strokeWidth="0.9"
        strokeLinejoin="round"
      />
    </svg>
  );
}
