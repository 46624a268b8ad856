/** Refuses files that are too small to be a thing of their own; a few have a reason to be. */
import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { Failure, reportFailure } from '../lib/failure.mjs'
import { fragmentsAmong } from '../lib/fragments.ts'
import { root } from '../lib/paths.mjs'

/** Small, and yet files of their own: by pattern, with the reason. */
const exceptions = [
  [/^src\/shared\/i18n\//, 'catalogues, loaded one by one'],
  [/^src\/(portal|main\/store)\/.*migrations\//, 'never edited again'],
  [/\.d\.ts$/, 'declarations'],
  [/^src\/renderer\/.*-page\.tsx$/, 'pages, loaded one by one'],
  [
    /^src\/renderer\/app\/(about-dialog|menu-listener|prefetch|services)\.tsx?$/,
    'loaded when asked for',
  ],
  [/^src\/renderer\/common\/frames\/(mended-notice|notices)\.tsx$/, 'words that are seldom needed'],
  [
    /more-catalogues\.ts$|schemas-without-eval\.ts$|query-client\.ts$/,
    'apart from the first pages',
  ],
  [
    /\/(unbroken|limit-change|service-row|back-to-sign-in|time-ago|content|page-loading)\.tsx$/,
    'components that pages share and load apart',
  ],
  [
    /^src\/shared\/contract\/(servnet\/messages|credit\/(policies|windows))\.ts$/,
    'a resource’s schemas',
  ],
  [/use-password-state\.ts$/, 'shared by forms that load apart'],
  [/^src\/renderer\/common\/data\/session-start\.ts$/, 'a state that pages and the store share'],
  [/throttle-rules\.ts$/, 'a feature’s part of a table'],
  [/^src\/portal\/platform\/(clock|contact)\.ts$|\/(tokens|codes)\.ts$/, 'one thing that many use'],
  [/^src\/shared\/(assert-never|languages|services)\.ts$/, 'known to all, without zod'],
  [/^src\/shared\/contract\/.*(edits|endpoints|routes)\.ts$/, 'a domain’s part of a table'],
  [/^src\/shared\/contract\/(route|notices)\.ts$/, 'what every domain builds on'],
  [/^src\/shared\/contract\/retryable-notices\.ts$/, 'known to the first pages, without zod'],
  [/\/handlers\.ts$/, 'a domain’s part of a table'],
  [/^src\/portal\/(identity|platform)\/context\.ts$/, 'what each floor works with'],
  [/^src\/portal\/main\.ts$/, 'where a process begins'],
  [/^src\/main\/ipc\/app-origin\.ts$/, 'needed before the schemas are loaded'],
  [
    /^src\/main\/app\/window\/(context-menu|start-path)\.ts$/,
    'what needs Electron, and what is tested without',
  ],
  [/^src\/main\/services\/insights\/month-pack-texts\.ts$/, 'loaded when asked for'],
  [/^src\/portal\/demo\/papers\.ts$/, 'shared by the demonstration of two services'],
  [/^src\/main\/session\/background-work\.ts$/, 'its one importer is long enough'],
] as const satisfies readonly (readonly [RegExp, string])[]

const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll(sep, '/'))
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
const fragments = fragmentsAmong(sources).filter(
  (file) => !exceptions.some(([pattern]) => pattern.test(file)),
)
if (fragments.length > 0) {
  const list = fragments.map((file) => `  ${file}`).join('\n')
  const next =
    'Merge each into what it belongs to, or give the reason in scripts/checks/fragments.ts.'
  reportFailure(new Failure(`Files that are fragments:\n${list}`, next))
  process.exitCode = 1
}
