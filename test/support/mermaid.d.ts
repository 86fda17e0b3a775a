/** What the tests use of it: its own types would bring those of D3, Cytoscape and others into every type check. */
declare module 'mermaid' {
  const mermaid: { parse: (text: string) => Promise<{ diagramType: string }> }
  export default mermaid
}
