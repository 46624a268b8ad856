/** Chooses how messages leave: through a mail server, or as files where none is named. */
import type { Settings } from '../settings.ts'
import { createFolderTransport } from './folder-transport.ts'
import { createSmtpTransport } from './smtp-transport.ts'
import type { Transport } from './transport.ts'

/** @throws Error where the address of the mail server is none */
export function createMailTransport({ smtpUrl, folder }: Settings['mail']): Transport {
  return smtpUrl === undefined ? createFolderTransport(folder) : createSmtpTransport(smtpUrl)
}
