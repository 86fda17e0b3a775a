/** Words in names of hosts and clients that say which stage they are of, by the stage. Digits may follow. */
export const stageWords: Readonly<Record<string, readonly string[]>> = {
  sandbox: ['sandbox', 'sand', 'sbx'],
  test: ['test', 'testing', 'tst'],
  development: ['development', 'dev'],
  staging: ['staging', 'stage', 'stg'],
  integration: ['integration', 'int', 'sit'],
  acceptance: ['uat'],
  quality: ['qa'],
  preproduction: ['preprod', 'pre'],
  demo: ['demo'],
  preview: ['preview'],
  production: ['production', 'prod', 'prd', 'live'],
}
