/** Chooses how messages leave: through a mail server, or as files where none is named. */
import { createFolderTransport } from './folder-transport.ts'
import { createSmtpTransport } from './smtp-transport.ts'
import type { MailSettings, Transport } from './transport.ts'

/** @throws Error where the address of the mail server is none */
export function createMailTransport({ smtpUrl, folder }: MailSettings): Transport {
  return smtpUrl === undefined ? createFolderTransport(folder) : createSmtpTransport(smtpUrl)
}
