import { count } from '../../ui/count.ts'

/** What the keys do here, and how much was found. */
export function PaletteFoot({ hits }: { hits: number }) {
  return (
    <div className="palette-foot">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> choose
      </span>
      <span>
        <kbd>↵</kbd> run
      </span>
      <span role="status">{count(hits, 'hit')}</span>
    </div>
  )
}
