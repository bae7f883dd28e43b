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
        d="M16 1.5c-6.6 0-11.5 4.8-11.5 11.2 0 7.4 7.3 13 10.3 17.2a1.5 1.5 0 0 0 2.4 0c3-4.2 10.3-9.8 10.3-17.2C27.500 6.300 22.600 1.500 16 1.500Z"
        className="fill-ink"
      />
      <circle cx="16" cy="12.600" r="8" fill="#a5e52f" />
      <circle cx="16" cy="12.600" r="6.300" fill="#f3fbdd" />
      <path
        d="M16.000 11.600 14.300 7.300a5.600 5.600 0 0 1 3.400 0ZM16.900 12.000 20.000 8.600a5.600 5.600 0 0 1 1.700 3.000ZM17.000 13.000 21.600 13.400a5.600 5.600 0 0 1-1.500 3.000ZM16.300 13.700 18.000 17.800a5.600 5.600 0 0 1-4.000 0ZM15.000 13.000 11.900 16.400a5.600 5.600 0 0 1-1.500-3.000ZM15.100 12.000 10.300 11.600a5.600 5.600 0 0 1 1.700-3.000Z"
        fill="#8fd11c"
      />
    </svg>
  );
}
