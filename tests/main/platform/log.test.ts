import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLog } from '../../../src/main/platform/log/log.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let path: string
beforeEach(() => {
  stack = new AsyncDisposableStack()
  path = join(temporaryFolder(stack), 'logs', 'main.log')
})
afterEach(() => stack.disposeAsync())

const written = () => readFileSync(path, 'utf8')

it('writes events as lines of JSON, at once', () => {
  openLog(path).info('window shown', { ms: 12 })
  expect(JSON.parse(written())).toMatchObject({ level: 30, msg: 'window shown', ms: 12 })
})

it('drops fields that could say who or what, and the messages of errors', () => {
  const log = openLog(path)
  log.warn('careless', { password: 'hunter2', token: 'abc', username: 'marie', email: 'm@x.be' })
  log.failed('thrown', new TypeError('password was hunter2'), { route: 'session.signIn' })
  expect(written()).not.toMatch(/hunter2|abc|marie|m@x/)
  expect(written()).toContain('"kind":"TypeError"')
  expect(written()).toContain('log.test.ts')
})

it('keeps two files of a megabyte at most, over restarts too', () => {
  const long = 'x'.repeat(50_000)
  for (let starts = 0; starts < 3; starts += 1) {
    const log = openLog(path)
    for (let lines = 0; lines < 30; lines += 1) log.info(`${long}${starts}.${lines}`)
  }
  expect(readdirSync(join(path, '..')).toSorted()).toEqual(['main.log', 'main.log.1'])
  expect(written()).toContain('x2.29"')
  expect(statSync(path).size).toBeLessThan(1_100_000)
  expect(statSync(`${path}.1`).size).toBeLessThan(1_100_000)
})

it('goes on without a log where none can be written', () => {
  writeFileSync(join(path, '../..', 'logs'), 'a file where the folder should be')
  expect(() => openLog(path).info('window shown')).not.toThrow()
})

it('follows no link that stands in the log’s place', () => {
  const victim = join(path, '../../victim')
  writeFileSync(victim, 'precious')
  mkdirSync(join(path, '..'))
  symlinkSync(victim, path)
  openLog(path).info('started')
  expect(readFileSync(victim, 'utf8')).toBe('precious')
})
