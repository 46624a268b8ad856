/** What there is to say of an application before it is sent, from what is kept here. */
import { useEffect, useMemo, useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { RouteInput, RouteOutput } from '../../../../shared/contract/routes.ts'
import { amountOf } from '../../../common/credit/amount-rules.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import type { ApplicationForms } from './use-application.ts'

export type Checks = RouteOutput<'servnet.checkApplication'>
export type Warning = Checks['warnings'][number]

const nothing: Checks = { warnings: [], limit: null }

/** So that one letter after the other is not asked about, in milliseconds. */
const pause = 200

/** Asked anew with each change, as one types; a failure says nothing, as the portal checks all of it again. */
export function useChecks({ who, howMuch }: Pick<ApplicationForms, 'who' | 'howMuch'>): Checks {
  const language = useLanguage()
  const [checks, setChecks] = useState(nothing)
  const buyer = useWatch({ control: who.control })
  const asked = useWatch({ control: howMuch.control })
  const { buyerId = '', buyerName = '', country = '', registrationNumber = '' } = buyer
  const { policyId = '', amount = '', currency = '' } = asked
  const question = useMemo(
    (): RouteInput<'servnet.checkApplication'> => ({
      policyId: policyId === '' ? null : policyId,
      buyerId: buyerId === '' ? null : buyerId,
      buyer: buyerId === '' ? { name: buyerName, country, registrationNumber } : null,
      amount: amountOf(language, amount, currency),
    }),
    [language, policyId, buyerId, buyerName, country, registrationNumber, amount, currency],
  )
  useEffect(() => {
    let isLatest = true
    const ask = async () => {
      const result = await callPortal('servnet.checkApplication', question)
      if (isLatest && result.ok) setChecks(result.data)
    }
    const timer = setTimeout(() => void ask(), pause)
    return () => {
      clearTimeout(timer)
      isLatest = false
    }
  }, [question])
  return checks
}
