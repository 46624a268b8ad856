/**
 * What a form is opened with by another page: names and amounts. They stand in the entry of the window's
 * history, which nobody sees, and never in an address.
 */
import { useCallback, useMemo } from 'react'
import { useLocation } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { z } from 'zod'
import { idSchema, moneySchema } from '../../../shared/contract/common.ts'
import { useAppPart } from '../data/app-store.ts'

const text = z.string().max(500)

/** Whom it is about, as forms hold it; `buyerId` is empty for a buyer that is described. */
const whoSchema = z.object({
  buyerId: text,
  buyerName: text,
  country: z.string().max(2),
  registrationNumber: text,
  town: text,
})

/** What a limit is applied for; the amount is null where it is not known. */
export const openedApplicationSchema = z.object({
  who: whoSchema,
  policyId: idSchema.nullable(),
  amount: moneySchema.nullable(),
})
export type OpenedApplication = z.infer<typeof openedApplicationSchema>

/** What a case is entered of: invoices in one currency. */
export const openedCaseSchema = z.object({
  who: whoSchema,
  policyId: idSchema.nullable(),
  currency: z.string().max(3),
  invoices: z
    .array(z.object({ number: text, issuedOn: text, dueOn: text, amount: moneySchema }))
    .max(200),
})
export type OpenedCase = z.infer<typeof openedCaseSchema>

function useUsername(): string | null {
  return useAppPart((state) =>
    state?.session.kind === 'ready' ? state.session.user.username : null,
  )
}

/** Goes to a form, which begins with `content`. */
export function useOpenWith(): (path: string, content: OpenedApplication | OpenedCase) => void {
  const of = useUsername()
  const [, navigate] = useLocation()
  return useCallback(
    (path, content) => {
      navigate(path, { state: { of, at: new Date().toISOString(), content } })
    },
    [navigate, of],
  )
}

/**
 * What this page was opened with, and when; null where it was not, or by somebody else. It is there again
 * when one comes back to the page: what was typed since is newer, and goes before it.
 * @param schema of what the page can begin with
 */
export function useOpenedWith<Content>(
  schema: z.ZodType<Content>,
): { readonly content: Content; readonly at: string } | null {
  const username = useUsername()
  const entry: unknown = useHistoryState()
  return useMemo(() => {
    const entrySchema = z.object({ of: z.string(), at: z.iso.datetime(), content: schema })
    const parsed = entrySchema.safeParse(entry)
    return parsed.success && parsed.data.of === username ? parsed.data : null
  }, [entry, schema, username])
}
