/** The mark: a screen from which a voice goes out. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#c8161d" />
      <rect x="6" y="8" width="20" height="13" rx="2" fill="none" stroke="#fff" strokeWidth="2.2" />
      <path d="M12 25h8" stroke="#fff" strokeWidth="2.2" strokeLinecap="round" />
      <path d="M11 16.5v-4M16 18v-7M21 16.5v-4" stroke="#ffd76a" strokeWidth="2.2" strokeLinecap="round" />
    </svg>
  )
}
