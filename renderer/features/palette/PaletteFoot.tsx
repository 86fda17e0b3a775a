/** What the keys do here, and how much was found. */
export function PaletteFoot({ count }: { count: number }) {
  return (
    <div className="palette-foot">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> choose
      </span>
      <span>
        <kbd>↵</kbd> run
      </span>
      <span role="status">{count === 1 ? '1 hit' : `${count} hits`}</span>
    </div>
  )
}
