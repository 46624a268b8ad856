import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './temporary-folder.ts'

/**
 * A certificate for 127.0.0.1 that nobody vouches for, made by OpenSSL.
 * @param days how long it is valid
 */
export function selfSignedCertificate(stack: AsyncDisposableStack, days: number) {
  const folder = temporaryFolder(stack)
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const request = 'req -x509 -nodes -newkey ec -pkeyopt ec_paramgen_curve:P-256'
  const subject = '-subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1'
  const files = ['-keyout', key, '-out', cert]
  const args = [...`${request} ${subject} -days ${days}`.split(' '), ...files]
  execFileSync('openssl', args, { stdio: 'ignore' })
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
}
