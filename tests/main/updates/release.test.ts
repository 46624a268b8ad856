/** What is new, as a person reads it: in their language, and plain whatever was published. */
import { dump } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { notesOf, parseRelease } from '../../../src/main/updates/release.ts'

const release = (notes: unknown) =>
  parseRelease(
    dump({
      version: '0.2.0',
      releaseDate: '2026-12-01T08:00:00.000Z',
      files: [{ url: 'a.exe', sha512: `${'A'.repeat(86)}==`, size: 1 }],
      notes,
    }),
  )

describe('notes', () => {
  it('are those of the language, else the French ones, else none', () => {
    const both = release({ fr: ['Nouveau'], nl: ['Nieuw'] })
    expect(notesOf(both, 'nl')).toEqual(['Nieuw'])
    expect(notesOf(both, 'de')).toEqual(['Nouveau'])
    expect(notesOf(release({ nl: ['Nieuw'] }), 'de')).toEqual([])
    expect(notesOf(release(undefined), 'fr')).toEqual([])
  })

  it.each([
    ['markup', '<b>Neu</b> <img src=x onerror=alert(1)>heute', 'Neu heute'],
    ['line ends and tabs', 'Neu\r\n\theute', 'Neu heute'],
    ['what steers a terminal', 'Neu\u001B[31m rot', 'Neu [31m rot'],
    ['what turns the direction of writing', 'Neu \u202Eetueh', 'Neu etueh'],
    ['what nobody sees', 'N\u200Beu\u2060', 'Neu'],
  ])('are plain: %s', (_, written, read) => {
    expect(notesOf(release({ de: [written] }), 'de')).toEqual([read])
  })

  it('are not endless', () => {
    const long = notesOf(release({ fr: Array.from({ length: 50 }, () => 'a'.repeat(2_000)) }), 'fr')
    expect(long).toHaveLength(20)
    expect(long.every((line) => line.length <= 500)).toBe(true)
  })

  it('of nothing but markup are none', () => {
    expect(notesOf(release({ fr: ['<br>', ' ', 'Oui'] }), 'fr')).toEqual(['Oui'])
  })
})

it.each(['0.2.0', '10.20.30', '1.0.0-beta.1'])('a version is %s', (version) => {
  expect(release({})).toBeDefined()
  expect(parseRelease(dump({ ...release({}), version })).version).toBe(version)
})
