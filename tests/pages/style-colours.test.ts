/** Red is the brand's and the one main action's; what is wrong or chosen is told without it. */
import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Rule = { readonly file: string; readonly selector: string; readonly body: string }

/** Every rule of every stylesheet; of those within a media query, too. */
const rules: readonly Rule[] = globSync('src/renderer/**/*.css').flatMap((file) => {
  const css = readFileSync(file, 'utf8').replaceAll(/\/\*.*?\*\//gs, '')
  return [...css.matchAll(/(?<selector>[^{}]+)\{(?<body>[^{}]*)\}/g)].map(({ groups }) => ({
    file: file.replace('src/renderer/', ''),
    selector: groups?.['selector']?.replaceAll(/\s+/g, ' ').trim() ?? '',
    body: groups?.['body'] ?? '',
  }))
})

const using = (token: string) =>
  rules
    .filter(({ body }) => body.includes(`var(${token})`))
    .map(({ file, selector }) => `${file} ${selector}`)
    .toSorted()

it('is the main button’s, the wordmark’s, the present place’s and the ring’s', () => {
  const places = /^(?:app|common\/frames)\/\S+\.css \S*\[aria-current(?:='page')?\]\S*$/
  const rest = [...using('--accent'), ...using('--accent-hover')].filter(
    (rule) => !places.test(rule),
  )
  expect(rest).toEqual([
    'ui/button.module.css .primary',
    'ui/charts/charts.module.css .ringValue',
    'ui/wordmark.module.css .trail',
    "ui/button.module.css .primary:hover:not([aria-disabled='true'])",
  ])
  // The road at night is a drawing, and dark in both themes; so is the ground of the lock.
  expect(using('--trail')).toEqual([
    'common/frames/entry-frame.module.css .night',
    'features/identity/lock/lock-page.module.css .page',
  ])
})
