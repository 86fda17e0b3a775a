import { flowParameters } from '../../../electron/wording/flow/which-flow.ts'

/** What is sent and received, by its name on the wire. */
export function FlowParameters() {
  return (
    <section>
      <h3>{flowParameters.title}</h3>
      <dl className="fact-list">
        {flowParameters.rows.map(({ name, text }) => (
          <div key={name} className="flow-help-parameter">
            <dt className="mono">{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
