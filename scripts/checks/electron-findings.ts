/**
 * What of Electronegativity's findings there is in the app's sources. Each was looked at, and stands
 * here with the reason why it is none; another one, or one more in the same file, is refused.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { electronFindings, type ElectronRule } from '../lib/electron-rules.ts'
import { Failure, reportFailure } from '../lib/failure.mjs'
import { root } from '../lib/paths.mjs'

type Review = {
  readonly rule: ElectronRule
  readonly file: string
  readonly reason: string
}

const reviewed: readonly Review[] = [
  {
    rule: 'OPEN_EXTERNAL_JS_CHECK',
    file: 'src/main/app/background.ts',
    reason: 'Hands over to the system what links.ts asks for, and is called from nowhere else',
  },
  {
    rule: 'OPEN_EXTERNAL_JS_CHECK',
    file: 'src/main/app/background.ts',
    reason:
      'Shows documents of fixed kinds that run nothing, checked by their content (opened-files.ts)',
  },
  {
    rule: 'OPEN_EXTERNAL_JS_CHECK',
    file: 'src/main/app/links.ts',
    reason:
      'A page names one of the insurer’s places; its address is from the portal, https, mailto or tel',
  },
  {
    rule: 'PROTOCOL_HANDLER_JS_CHECK',
    file: 'src/main/app/background.ts',
    reason: 'A link names a page of a fixed list, with an id; any other is refused (deep-link.ts)',
  },
  {
    rule: 'PROTOCOL_HANDLER_JS_CHECK',
    file: 'src/main/app/index.ts',
    reason: 'app:// is standard and secure, as its policy needs; it may neither fetch nor skip CSP',
  },
  {
    rule: 'AUXCLICK_JS_CHECK',
    file: 'src/main/app/window/main-window.ts',
    reason: 'A middle click asks for a window, and every new window is denied there',
  },
  {
    rule: 'PRELOAD_JS_CHECK',
    file: 'src/main/app/start.ts',
    reason: 'Where that file lies; the window is made with it in main-window.ts',
  },
  {
    rule: 'PRELOAD_JS_CHECK',
    file: 'src/main/app/window/main-window.ts',
    reason: 'One bundled file: a list of names, and a function for each of the two channels',
  },
  {
    rule: 'PRELOAD_JS_CHECK',
    file: 'src/renderer/common/navigation/lazy-component.tsx',
    reason: 'Code of a page that is loaded early; it has the name, and no window is made with it',
  },
]

const sources = ['src/main', 'src/preload', 'src/renderer', 'src/shared']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.(?:tsx?|html)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({
    file: relative(root, path).replaceAll(sep, '/'),
    text: readFileSync(path, 'utf8'),
  }))

try {
  const left = [...reviewed]
  const complaints = electronFindings(sources)
    .filter(({ rule, file }) => {
      const index = left.findIndex((one) => one.rule === rule && one.file === file)
      if (index >= 0) left.splice(index, 1)
      return index < 0
    })
    .map(({ rule, file, line, name }) =>
      file === '' ? `${rule}: nothing says ${name}` : `${file}:${line}: ${rule}: ${name}`,
    )
  complaints.push(...left.map(({ rule, file }) => `${file}: ${rule} was reviewed, and is gone`))
  if (complaints.length > 0) {
    throw new Failure(
      complaints.join('\n'),
      'Do without it, or look at it and say in scripts/checks/electron-findings.ts why it does no harm.',
    )
  }
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
