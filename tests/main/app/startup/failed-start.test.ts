import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Language } from '../../../../src/shared/languages.ts'
import {
  createFailedStart,
  startFailureOf,
  type StartFailure,
  startTexts,
} from '../../../../src/main/app/startup/failed-start.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let folder: string
beforeEach(() => {
  stack = new AsyncDisposableStack()
  folder = temporaryFolder(stack)
})
afterEach(() => stack.disposeAsync())

function failWith(failures: readonly StartFailure[], language: () => Language) {
  const seen: string[] = []
  const logFile = join(folder, 'logs', 'main.log')
  const fail = createFailedStart({
    language,
    logFile,
    showErrorBox: (title, content) => void seen.push(`${title}\n${content}`),
    exit: (code) => void seen.push(`exit ${code}`),
  })
  failures.forEach(fail)
  return { seen, log: () => readFileSync(logFile, 'utf8') }
}

const secret = 'Confiance-En-Route-2026!'
const failures: readonly StartFailure[] = [
  { kind: 'switch', name: 'proxy-server' },
  { kind: 'folder', path: '/home/marie/profile', error: new Error(secret) },
  { kind: 'damaged', error: new Error(secret) },
  { kind: 'unexpected', error: new Error(secret) },
]

for (const language of ['fr', 'nl', 'en', 'de', 'es', 'it'] as const) {
  it.each(failures)(`says in ${language} what to do about $kind, logs it, and ends`, (failure) => {
    const { seen, log } = failWith([failure], () => language)
    const [box = '', end] = seen
    expect(seen).toHaveLength(2)
    expect(box).toContain(startTexts[language].title)
    expect(box).not.toMatch(/\{\{|Error/)
    if (failure.kind === 'switch') expect(box).toContain('--proxy-server')
    if (failure.kind === 'folder') expect(box).toContain(failure.path)
    expect(end).toBe('exit 1')
    expect(JSON.parse(log())).toMatchObject({ msg: 'start failed', failure: failure.kind })
    expect(log()).not.toContain(secret)
  })
}

const unknown = () => {
  throw new Error('not ready')
}

it('tells once, in French where the language cannot be known', () => {
  const { seen } = failWith(failures, unknown)
  expect(seen).toEqual([expect.stringContaining(startTexts.fr.title), 'exit 1'])
})

it('ends also where nothing can be written or shown', () => {
  writeFileSync(join(folder, 'logs'), 'a file where the folder should be')
  const seen: number[] = []
  const fail = createFailedStart({
    language: () => 'fr',
    logFile: join(folder, 'logs', 'main.log'),
    showErrorBox: () => {
      throw new Error('no display')
    },
    exit: (code) => void seen.push(code),
  })
  expect(() => fail({ kind: 'unexpected', error: null })).toThrow('no display')
  expect(seen).toEqual([1])
})

it.each([
  ['proxy-server\u202Egnp.exe', '--proxy-server'],
  ['x'.repeat(500), `--${'x'.repeat(60)}`],
  ['\nClick here', '--…'],
])('shows of a switch only what names one: %j', (name, shown) => {
  const { seen } = failWith([{ kind: 'switch', name }], () => 'en')
  expect(seen[0]).toContain(`does not accept: ${shown}\n`)
})

it.each([
  [Object.assign(new Error('x'), { code: 'ERR_MODULE_NOT_FOUND' }), 'damaged'],
  [Object.assign(new Error('x'), { code: 'ENOENT' }), 'damaged'],
  [Object.assign(new Error('x'), { code: 'ERR_DLOPEN_FAILED' }), 'damaged'],
  [new SyntaxError('x'), 'damaged'],
  [new TypeError('x'), 'unexpected'],
  ['a text', 'unexpected'],
])('tells what is damaged from the unexpected: %s', (error, kind) => {
  expect(startFailureOf(error).kind).toBe(kind)
})
