import { expect, it } from 'vitest'
import {
  clientCertificateFor,
  type Configuration,
} from '../../../../src/main/platform/configuration/configuration.ts'
import { settingsFor } from '../../../../src/main/platform/configuration/managed-settings.ts'

const offered = [{ issuerName: 'Somebody’s CA' }, { issuerName: 'Firm CA' }]
const portal: Configuration = {
  ok: true,
  ...settingsFor(new URL('https://portal.example/')),
  managed: { settings: [], sources: [] },
}
const named: Configuration = { ...portal, clientCertificateIssuer: 'Firm CA' }
const chosen = (url: string, configuration: Configuration) =>
  clientCertificateFor(url, offered, configuration)

it('none is shown unless the managed configuration names who issued it', () => {
  expect(chosen('https://portal.example/v1/meta', portal)).toBeNull()
  expect(chosen('https://portal.example/v1/meta', { ok: false, source: 'x' })).toBeNull()
  expect(chosen('https://portal.example/v1/meta', named)).toBe(offered[1])
})

it.each([
  'https://elsewhere.example/',
  'https://portal.example.evil.example/',
  'https://portal.example:444/',
  'nonsense',
])('none is shown to %s, whatever is configured', (url) => {
  expect(chosen(url, named)).toBeNull()
})

it('none is shown of another issuer', () => {
  const configuration = { ...portal, clientCertificateIssuer: 'firm ca' }
  expect(chosen('https://portal.example/', configuration)).toBeNull()
})
