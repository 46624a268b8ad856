/**
 * What two public linters say of the portal's contract, by all the rules that they recommend:
 * none is switched off, and a warning counts as much as an error.
 */
import { createConfig, lintFromString } from '@redocly/openapi-core'
import spectralCore from '@stoplight/spectral-core'
import spectralRulesets from '@stoplight/spectral-rulesets'

export type Linter = (document: string) => Promise<readonly string[]>

/** A line for each of Redocly's recommended rules that `document` breaks, and where. */
const redocly: Linter = async (document) => {
  const config = await createConfig({ extends: ['recommended'] })
  const problems = await lintFromString({ source: document, absoluteRef: 'openapi.json', config })
  return problems.map(({ ruleId, message, location }) =>
    [ruleId, location[0]?.pointer ?? '', message].join(': '),
  )
}

/** A line for each of Spectral's recommended rules that `document` breaks, and where. */
const spectral: Linter = async (document) => {
  const linter = new spectralCore.Spectral()
  linter.setRuleset(new spectralCore.Ruleset({ extends: [[spectralRulesets.oas, 'recommended']] }))
  const problems = await linter.run(document)
  return problems.map(({ code, message, path }) => [code, path.join('/'), message].join(': '))
}

export const linters = { redocly, spectral } as const satisfies Record<string, Linter>
