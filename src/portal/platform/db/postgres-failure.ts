/** Why a PostgreSQL server cannot be used, in a sentence that says what to do; never with a password. */
import { z } from 'zod'

const codedError = z.object({ code: z.string() })

/** What `pg` says without a code. */
const noTls = /does not support SSL/i
const noPassword = /client password must be a string/
const timedOut = /timeout expired|Connection terminated due to connection timeout/i

const untrusted = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])
const outdated = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'])
const unknownHost = new Set(['ENOTFOUND', 'EAI_AGAIN'])
const unreachable = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ETIMEDOUT'])
const brokenOff = new Set(['ECONNRESET', 'EPIPE'])
const unreadable = new Set(['ENOENT', 'EACCES', 'EISDIR'])

/**
 * The sentence for what `error` says of the server that `address` names; null where it is none of what
 * whoever runs the portal can see to.
 */
export function postgresFailure(error: unknown, address: URL): string | null {
  if (!(error instanceof Error)) return null
  const server = `The PostgreSQL server at ${address.host}`
  const code = codedError.safeParse(error).data?.code ?? ''
  const cause = causeOf(error, code, address)
  return cause === null ? null : `${server} ${cause}`
}

function causeOf(error: Error, code: string, address: URL): string | null {
  return connectionCause(error, code) ?? tlsCause(error, code) ?? loginCause(error, code, address)
}

function connectionCause({ message }: Error, code: string): string | null {
  if (unknownHost.has(code)) {
    return `cannot be found (${code}): see to the host that DATABASE_URL names.`
  }
  if (code === 'ECONNREFUSED') {
    return `does not answer (${code}): see that it runs and listens there, and to the host and port that DATABASE_URL names.`
  }
  if (unreachable.has(code) || timedOut.test(message)) {
    return 'cannot be reached: see to the network and its firewalls, and to the host and port that DATABASE_URL names.'
  }
  if (brokenOff.has(code) || message.startsWith('Connection terminated')) {
    return 'broke the connection off: see that it is PostgreSQL that listens at the port that DATABASE_URL names, and to its log.'
  }
  return null
}

function tlsCause({ message }: Error, code: string): string | null {
  if (noTls.test(message)) {
    return 'takes no TLS, which DATABASE_URL asks for: turn it on there (ssl = on), or, where nobody else is on the way to it, write sslmode=disable.'
  }
  if (untrusted.has(code)) {
    return `shows a certificate that is not trusted (${code}): name the file of its authority with sslrootcert in DATABASE_URL.`
  }
  if (outdated.has(code)) {
    return `shows a certificate that is not valid today (${code}): renew it, or see to this machine's clock.`
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return 'shows a certificate for another name: write the name that is in it into DATABASE_URL.'
  }
  if (code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) {
    return `and this portal do not agree on TLS (${code}): see to the server's ssl settings.`
  }
  if (unreadable.has(code)) {
    return `cannot be asked for: a file that DATABASE_URL names for TLS cannot be read (${code}).`
  }
  return null
}

function loginCause({ message }: Error, code: string, { pathname }: URL): string | null {
  switch (code) {
    case '28P01':
      return 'does not accept the name and password in DATABASE_URL: correct them (signs such as @ or / are written as %40 or %2F there).'
    case '28000':
      return /no encryption/.test(message)
        ? 'lets nobody in without TLS: write sslmode=require into DATABASE_URL, or see to its pg_hba.conf.'
        : 'does not let the name in DATABASE_URL in from here: see to its pg_hba.conf.'
    case '3D000':
      return `has no database ${pathname.slice(1)}: create it (createdb), or name another in DATABASE_URL.`
    case '53300':
      return 'has no connection left: raise its max_connections, or end what holds them.'
    case '57P03':
      return 'is just starting or stopping: try again in a moment.'
    default:
      return noPassword.test(message)
        ? 'asks for a password, and DATABASE_URL has none: write it as postgres://name:secret@host/database.'
        : null
  }
}
