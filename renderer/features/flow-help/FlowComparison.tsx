import { useId } from 'react'
import { flowComparison } from '../../../electron/wording/flow/which-flow.ts'

/** The flow of this app beside the two that need a user. */
export function FlowComparison() {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{flowComparison.title}</h3>
      <table className="facts" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">Aspect</th>
            {flowComparison.flows.map((flow) => (
              <th key={flow} scope="col">
                {flow}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {flowComparison.rows.map(({ aspect, values }) => (
            <tr key={aspect}>
              <th scope="row">{aspect}</th>
              {values.map((value, index) => (
                <td key={flowComparison.flows[index]}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
