import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { success } from '../../../../shared/contract/result.ts'
import type { RouteOutput } from '../../../../shared/contract/routes.ts'
import { changeLanguage } from '../../../common/data/app-store.ts'
import { issueCode } from '../../../common/forms/form-rules.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { profileQuery } from '../../../common/data/queries.ts'
import { keptFrom, startFrom } from './draft-start.ts'
import {
  personalFields,
  personalFormSchema,
  personalTypedSchema,
  personalValuesOf,
  type PersonalValues,
} from './profile-values.ts'
import { usePart } from './use-part.ts'

/** Names and language, being edited. */
export function usePersonal({ me, draft }: RouteOutput<'profile.read'>) {
  const { t } = useTranslation('profile')
  const queryClient = useQueryClient()
  const current = { values: personalValuesOf(me.current), version: me.version }
  const [start] = useState(() =>
    startFrom(personalFields, current, keptFrom(personalTypedSchema, draft?.personal)),
  )
  const form = useForm<PersonalValues>({
    resolver: zodResolver(personalFormSchema, { error: issueCode }),
    criteriaMode: 'all',
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: start.typed,
  })
  return usePart<PersonalValues>({
    form,
    fields: personalFields,
    labels: personalFields.map((name) => ({ name, label: t(`personal.${name}`) })),
    start: start.seen,
    current,
    send: async (version, changes) => {
      const result = await callPortal('profile.savePersonal', { version, changes })
      if (!result.ok) return result
      const { kind, current: now, version: present } = result.data
      queryClient.setQueryData(
        profileQuery.queryKey,
        (before) => before && { ...before, me: { current: now, version: present } },
      )
      return success({ kind, values: personalValuesOf(now), version: present })
    },
    onSaved: async ({ language }) => {
      if (language !== undefined) await changeLanguage(language)
      await queryClient.invalidateQueries({ queryKey: profileQuery.queryKey, exact: true })
    },
  })
}
