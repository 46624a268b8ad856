/** What Windows says of a file's signature, as PowerShell prints it, and what is made of it. */
import { describe, expect, it } from 'vitest'
import {
  publisherCheckFor,
  whatIsWrongWithPublisher,
} from '../../../src/main/updates/authenticode.ts'

const subject = 'CN=Atradius N.V., O="Atradius N.V.", L=Amsterdam, C=NL'
const valid = JSON.stringify({ status: 0, subject })

const wrong = (publishers: readonly string[], printed: string) =>
  whatIsWrongWithPublisher(publishers, String.raw`C:\it's.exe`, async () => printed)

const cannotAsk = () => Promise.reject(new Error('ENOENT'))

describe('a signature is good', () => {
  it.each([['Atradius N.V.'], [subject], ['CN=Atradius N.V., C=NL'], ['O=Atradius N.V.']])(
    'of %s',
    async (publisher) => {
      expect(await wrong(['Former Name B.V.', publisher], valid)).toBeNull()
    },
  )
})

describe('a signature is not', () => {
  it.each([['Atradius'], ['atradius n.v.'], ['CN=Atradius N.V., C=BE'], ['CN=Other, C=NL'], ['']])(
    'of %s',
    async (publisher) => {
      expect(await wrong([publisher], valid)).toBe('another publisher')
    },
  )

  it('of nobody at all, where no publisher is known', async () => {
    expect(await wrong([], valid)).toBe('another publisher')
  })

  it.each([
    ['is broken', JSON.stringify({ status: 3, subject })],
    ['is not trusted', JSON.stringify({ status: 4, subject })],
    ['is missing', JSON.stringify({ status: 2, subject: null })],
    ['has no certificate', JSON.stringify({ status: 0, subject: null })],
  ])('where it %s', async (_, printed) => {
    expect(await wrong(['Atradius N.V.'], printed)).toBe('not signed, or not trusted')
  })

  it.each(['', 'nonsense', '{}', '[]', '{"status":"0","subject":"CN=Atradius N.V."}'])(
    'where PowerShell prints %j',
    async (printed) => {
      expect(await wrong(['Atradius N.V.'], printed)).toBe('could not be asked')
    },
  )

  it('where PowerShell cannot be asked', async () => {
    expect(await whatIsWrongWithPublisher(['Atradius N.V.'], 'a.exe', cannotAsk)).toBe(
      'could not be asked',
    )
    // As here, where there is none.
    expect(await publisherCheckFor('win32', ['Atradius N.V.'])('a.exe')).not.toBeNull()
  })
})

it('asks for the very file, whatever its name holds', async () => {
  let asked = ''
  await whatIsWrongWithPublisher(['Atradius N.V.'], `C:\\it's; calc.exe`, async (script) => {
    asked = script
    return valid
  })
  expect(asked).toContain(`-LiteralPath 'C:\\it''s; calc.exe'`)
})
