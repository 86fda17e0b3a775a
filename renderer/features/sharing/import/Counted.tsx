interface Props {
  title: string
  count: number
  /** Instead of 0. */
  none?: string
}

/** The title of a part with how many are in it. */
export function Counted({ title, count, none = '0' }: Props) {
  return (
    <>
      {title} <span className="count">{count === 0 ? none : count.toLocaleString('en')}</span>
    </>
  )
}
