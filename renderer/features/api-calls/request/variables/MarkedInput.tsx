import { type ComponentProps, useRef } from 'react'
import { hasVariables } from '../../../../../electron/vocabulary/variables.ts'
import { variableParts } from './variable-parts.ts'

/** A text field of one line in which variables are marked, by a copy of the text behind it. */
export function MarkedInput({ value, className, ...props }: ComponentProps<'input'> & { value: string }) {
  const copy = useRef<HTMLSpanElement>(null)
  return (
    <span className="marked-input">
      {hasVariables(value) ? (
        <span ref={copy} className={`${className} marked-copy`} aria-hidden>
          {variableParts(value).map((part, index) =>
            index % 2 === 1 ? <mark key={index}>{part}</mark> : <span key={index}>{part}</span>,
          )}
        </span>
      ) : null}
      <input
        {...props}
        className={className}
        value={value}
        onScroll={({ currentTarget: { scrollLeft } }) => copy.current?.scrollTo(scrollLeft, 0)}
      />
    </span>
  )
}
