/** The eight-pointed star of zellige: two squares. */
export function Khatim({ size = 34, className }: { size?: number; className?: string }) {
  return (
    <svg viewBox="0 0 40 40" width={size} height={size} aria-hidden="true" className={className}>
      <path d="M20 2l5.3 5.3h7.4v7.4L38 20l-5.3 5.3v7.4h-7.4L20 38l-5.3-5.3H7.3v-7.4L2 20l5.3-5.3V7.3h7.4z" />
    </svg>
  )
}
