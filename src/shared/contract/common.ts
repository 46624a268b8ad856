/** Building blocks that several resources of the portal's contract share. */
import { z } from 'zod'
import { languages } from '../languages.ts'
import { longestEmailAddress, readEmailAddress } from '../rules/email-address.ts'
import { visibleText } from '../rules/typed-text.ts'
import { serviceIds } from '../services.ts'
import { longestCodeText, readCode, type CodeFormat } from '../rules/codes.ts'

export const languageSchema = z.enum(languages)
export const serviceIdSchema = z.enum(serviceIds)

/**
 * For the limit of a text that has other rules: what is too long is that alone. Those are not asked about
 * it, which could take minutes for what nobody typed.
 */
export const alone = { abort: true } as const

/** As much as may be typed or pasted for a line: what nobody sees counts until it is taken out. */
export const longestTypedLine = 500

/** RFC 3339 in UTC, e.g. `2026-11-23T07:42:00.000Z`. */
export const timestampSchema = z.iso.datetime().max(40)

const longestLine = 300
/** A line in an answer: a name, a title. Like all that comes in, it has an end. */
export const lineSchema = z.string().max(longestLine)
/** First and last name, each as long as a line may be, with a space between them. */
export const displayNameSchema = z.string().max(2 * longestLine + 1)

/** The services that a person or a portal has; each at most once, as their number says. */
export const servicesSchema = z.array(serviceIdSchema).max(serviceIds.length)

/** Money is a decimal string: a binary float cannot hold cents. */
export const moneySchema = z.object({
  amount: z
    .string()
    .max(40, alone)
    .regex(/^-?\d+(\.\d{1,4})?$/),
  currency: z
    .string()
    .max(3, alone)
    .regex(/^[A-Z]{3}$/),
})
export type Money = z.infer<typeof moneySchema>

/**
 * Without control characters: PostgreSQL cannot keep a NUL, and terminals obey the others when a
 * name is listed. And without half characters (lone surrogates), which no database keeps as they are.
 */
export const isPlainText = (text: string) => text.isWellFormed() && !/\p{Cc}/u.test(text)

/**
 * Usernames are compared without regard to case and to what nobody sees (`../rules/typed-text.ts`); what
 * is kept is what was invited.
 */
export const usernameSchema = z
  .string()
  .max(longestTypedLine, alone)
  .overwrite(visibleText)
  .min(1)
  .max(64, alone)
  .refine(isPlainText)

/** What a password field may carry; the policy's own limits are in `password-policy.ts`. */
export const passwordInputSchema = z.string().min(1).max(1024, alone)

/**
 * An address as one types or pastes it, with room for the name around it and for a domain in its own
 * script; what comes out is how it is kept.
 */
export const emailSchema = z
  .string()
  .max(longestTypedLine, alone)
  .transform((typed, context) => {
    const read = readEmailAddress(typed)
    if (read.ok) return read.address
    const format = read.code === 'email_accents' ? read.code : 'email'
    context.issues.push({ code: 'invalid_format', format, input: typed })
    return z.NEVER
  })
  .meta({ format: 'idn-email', maxLength: longestTypedLine })

/** An address as it is kept and told: ASCII. */
export const keptEmailSchema = z
  .string()
  .max(longestEmailAddress)
  .meta({ format: 'email', description: 'An international domain is in its ASCII form' })

/** Opaque identifiers: nothing may be read into them. */
export const idSchema = z.string().min(1).max(128, alone).refine(isPlainText)

export const emptySchema = z.object({})

/** A text that holds a code, on its way to who knows the code's format. */
export const codeTextSchema = z.string().trim().min(1).max(longestCodeText, alone)

/** For forms: the code of `format` in what was typed, or an issue named as the sentence about it. */
export function codeSchemaOf(format: CodeFormat) {
  return z.string().transform((text, context) => {
    const code = readCode(text, format)
    if (code !== null) return code
    const message = text.trim() === '' ? 'required' : (`code_${format}` as const)
    // The rules of other fields speak as well.
    context.addIssue({ code: 'custom', message, input: text, continue: true })
    return z.NEVER
  })
}

/** As many as one page has at most. */
const longestPage = 200

export const pageQuerySchema = z.object({
  cursor: z.string().max(256).optional(),
  limit: z.coerce.number().int().min(1).max(longestPage).default(50),
})
export type PageQuery = z.infer<typeof pageQuerySchema>

/** Of a broker's client, to be shown what is under its policies alone. */
export const ofClient = {
  client: idSchema.optional().meta({
    description: 'An organisation: only what is of its policies, of those that are granted',
  }),
}

/** A page of what stands under policies. */
export const portfolioPageQuerySchema = pageQuerySchema.extend(ofClient)
export type PortfolioPageQuery = z.infer<typeof portfolioPageQuerySchema>

/** A page of `item`; `nextCursor` is null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item).max(longestPage),
    nextCursor: z.string().max(256).nullable(),
  })
