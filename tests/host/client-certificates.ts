import { X509Certificate } from 'node:crypto'
import type { Certificate } from 'electron'
import { preventableEvent } from './events.ts'

/**
 * Whether the certificate in `pem` is shown to `url`. As in Electron: unless a listener prevents it
 * and says which, the first in the store is.
 */
export async function storedCertificate(url: string, pem: string): Promise<boolean> {
  const { app } = await import('./app.ts')
  const stored = certificateOf(pem)
  const event = preventableEvent()
  const answered = Promise.withResolvers<boolean>()
  app.emit('select-client-certificate', event, null, url, [stored], (chosen?: Certificate) =>
    answered.resolve(chosen !== undefined),
  )
  return event.defaultPrevented ? answered.promise : true
}

const nameIn = (text: string) => /^CN=(.*)$/mu.exec(text)?.[1] ?? ''

function certificateOf(pem: string): Certificate {
  const parsed = new X509Certificate(pem)
  const principal = (text: string) => ({
    commonName: nameIn(text),
    organizations: [],
    organizationUnits: [],
    locality: '',
    state: '',
    country: '',
  })
  const certificate: Omit<Certificate, 'issuerCert'> = {
    data: parsed.toString(),
    fingerprint: parsed.fingerprint256,
    issuer: principal(parsed.issuer),
    issuerName: nameIn(parsed.issuer),
    subject: principal(parsed.subject),
    subjectName: nameIn(parsed.subject),
    serialNumber: parsed.serialNumber,
    validStart: Date.parse(parsed.validFrom) / 1000,
    validExpiry: Date.parse(parsed.validTo) / 1000,
  }
  // The chain above it is nobody's concern here: it ends with itself.
  return {
    ...certificate,
    get issuerCert() {
      return this
    },
  }
}
