/** What the environment says about a portal. */
import addressparser from 'nodemailer/lib/addressparser'
import { z } from 'zod'
import { emailSchema } from '../../shared/contract/common.ts'
import { CommandError } from '../platform/problem-error.ts'
import type { PortalOptions } from '../settings.ts'

const environmentSchema = z.object({
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'is not an address such as postgres://name:secret@db.example/portal',
    })
    .refine(hasKnownMode, 'is not an address with an sslmode such as require or disable')
    .optional(),
  PORTAL_PEPPER: z.string().min(16, 'is shorter than 16 characters').optional(),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'is not an address such as smtps://name:secret@mail.example',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(isOneAddress, 'is not one address such as Services <services@example.com>')
    .optional(),
})

/** The names of all variables that the portal knows. */
export const environmentVariables: readonly string[] = Object.keys(environmentSchema.shape)

/** @throws CommandError which variable cannot be used, and why; never what it holds */
export function environment(): Pick<
  PortalOptions,
  'databaseUrl' | 'pepper' | 'smtpUrl' | 'mailFrom'
> {
  const parsed = environmentSchema.safeParse(process.env)
  if (!parsed.success) {
    const sentences = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.')} ${message}.`,
    )
    throw new CommandError(sentences.join('\n'))
  }
  const { DATABASE_URL, PORTAL_PEPPER, SMTP_URL, MAIL_FROM } = parsed.data
  return {
    databaseUrl: DATABASE_URL,
    pepper: PORTAL_PEPPER,
    smtpUrl: SMTP_URL,
    mailFrom: MAIL_FROM,
  }
}

/** Of those that PostgreSQL's own programs know, `allow` would go without TLS in silence. */
const sslModes = new Set(['disable', 'no-verify', 'prefer', 'require', 'verify-ca', 'verify-full'])

function hasKnownMode(address: string): boolean {
  const mode = URL.parse(address)?.searchParams.get('sslmode') ?? null
  return mode === null || sslModes.has(mode)
}

function isOneAddress(text: string): boolean {
  const [sender, ...others] = addressparser(text, { flatten: true })
  return others.length === 0 && emailSchema.safeParse(sender?.address).success
}
