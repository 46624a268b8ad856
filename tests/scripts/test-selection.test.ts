import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../scripts/lib/failure.mjs'
import { root } from '../../scripts/lib/paths.mjs'
import { findTestFiles, selectTests } from '../../scripts/lib/test-selection.ts'

const journey = 'tests/e2e/sign-in.spec.ts'
const portal = 'tests/portal/identity/sign-in.test.ts'
const page = 'tests/pages/sign-in.test.ts'
const renderer = 'tests/renderer/common/focus.test.tsx'
const files = [journey, portal, page, renderer]

describe('what npm test runs', () => {
  it('is everything where nothing is named', () => {
    expect(selectTests([], files)).toEqual({ unit: [], e2e: [] })
    expect(selectTests(['--bail=1'], files)).toEqual({ unit: ['--bail=1'], e2e: ['--bail=1'] })
  })

  it('is one half, with its runner’s own arguments', () => {
    expect(selectTests(['unit', 'tests/main', '-t', 'a b'], files)).toEqual({
      unit: ['tests/main', '-t', 'a b'],
      e2e: null,
    })
    expect(selectTests(['e2e', '-g', 'a b'], files)).toEqual({ unit: null, e2e: ['-g', 'a b'] })
  })

  it.each([
    ['a path', portal, { unit: [portal], e2e: null }],
    ['a journey', journey, { unit: null, e2e: [journey] }],
    ['a file of React', renderer, { unit: [renderer], e2e: null }],
    ['a path from here', `./${page}`, { unit: [page], e2e: null }],
    ['a whole path', join(root, journey), { unit: null, e2e: [journey] }],
    ['a folder', 'tests/pages/', { unit: [page], e2e: null }],
    ['a part, of both runners', 'sign-in', { unit: [portal, page], e2e: [journey] }],
    ['a line', `${journey}:29`, { unit: null, e2e: [`${journey}:29`] }],
  ])('finds the runner from %s', (_, word, selection) => {
    expect(selectTests([word], files)).toEqual(selection)
  })

  it('looks for a test’s name by whichever runner has the file', () => {
    const given = ['sign-in', '-t', 'Caps Lock', '--bail=1']
    expect(selectTests(given, files)).toEqual({
      unit: [portal, page, '-t', 'Caps Lock', '--bail=1'],
      e2e: [journey, '-g', 'Caps Lock', '--bail=1'],
    })
  })

  it('names a file once, however often it is found', () => {
    expect(selectTests([page, 'pages'], files).unit).toEqual([page])
  })

  it('refuses what is in no file’s path, instead of running everything or nothing', () => {
    expect(() => selectTests(['sing-in'], files)).toThrow(Failure)
    expect(() => selectTests(['sing-in'], files)).toThrow('"sing-in"')
  })

  it('knows every test file of the project', () => {
    const found = findTestFiles()
    expect(found).toContain('tests/scripts/test-selection.test.ts')
    expect(found.some((file) => file.startsWith('tests/e2e/'))).toBe(true)
    expect(found.some((file) => file.endsWith('.tsx'))).toBe(true)
  })
})
