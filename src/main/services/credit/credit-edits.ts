/** Applications and declarations in the lists of the portfolio: while they wait, and once they are sent. */
import {
  applicationSchema,
  type Application,
} from '../../../shared/contract/credit/applications.ts'
import type { Buyer } from '../../../shared/contract/credit/buyers.ts'
import type { CreditLimit } from '../../../shared/contract/credit/credit-limits.ts'
import {
  turnoverDeclarationSchema,
  type TurnoverDeclaration,
} from '../../../shared/contract/credit/turnover.ts'
import type { Edit } from '../../../shared/contract/offline/outbox.ts'
import type { Answered } from '../../resources/list.ts'

/**
 * A limit with an application that waits for it; under the id that this computer gave it. Itself where the
 * edit is for another one, and where one is being decided already.
 */
export function layOverLimit(limit: CreditLimit, edit: Edit): CreditLimit {
  if (edit.kind !== 'apply' || limit.pending !== null) return limit
  const { buyerId, policyId, amount } = edit.application
  if (limit.buyerId !== buyerId || limit.policyId !== policyId) return limit
  return { ...limit, pending: { applicationId: edit.id, amount, appliedAt: edit.at } }
}

/** A buyer with an application that waits counted. */
export function layOverBuyer(buyer: Buyer, edit: Edit): Buyer {
  if (edit.kind !== 'apply' || edit.application.buyerId !== buyer.id) return buyer
  return { ...buyer, pendingApplications: buyer.pendingApplications + 1 }
}

/** A declaration that one of the same period will replace. */
export function layOverDeclaration(
  declaration: TurnoverDeclaration,
  edit: Edit,
): TurnoverDeclaration {
  if (edit.kind !== 'declareTurnover') return declaration
  const { policyId, period } = edit.declaration
  const isSame = declaration.policyId === policyId && declaration.period === period
  return isSame ? { ...declaration, replaced: true } : declaration
}

/** The application that an edit has become. */
export function answeredApplication(
  edit: Edit,
  answer: unknown,
): Answered<Application, Application> | null {
  const application = applicationIn(edit, answer)
  // What is here already is newer: the portal told of it before its answer was taken down.
  return application && { id: application.id, revise: (kept) => kept ?? application }
}

/** The limit that an application is for. */
export function answeredLimit(
  edit: Edit,
  answer: unknown,
): Answered<CreditLimit, CreditLimit> | null {
  const application = applicationIn(edit, answer)
  if (application === null) return null
  const { id: applicationId, amount, appliedAt, limitId } = application
  return {
    id: limitId,
    revise: (kept) => kept && { ...kept, pending: { applicationId, amount, appliedAt } },
  }
}

/** The declaration that an edit has become. */
export function answeredDeclaration(
  edit: Edit,
  answer: unknown,
): Answered<TurnoverDeclaration, TurnoverDeclaration> | null {
  const declaration = turnoverDeclarationSchema.safeParse(answer)
  if (edit.kind !== 'declareTurnover' || !declaration.success) return null
  return { id: declaration.data.id, revise: (kept) => kept ?? declaration.data }
}

function applicationIn(edit: Edit, answer: unknown): Application | null {
  const application = applicationSchema.safeParse(answer)
  return edit.kind === 'apply' && application.success ? application.data : null
}
