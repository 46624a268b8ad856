import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { success } from '../../../../shared/contract/result.ts'
import type { RouteOutput } from '../../../../shared/contract/routes.ts'
import { issueCode } from '../../../common/forms/form-rules.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { profileQuery } from '../../../common/data/queries.ts'
import { keptFrom, startFrom } from './draft-start.ts'
import {
  preferenceFields,
  preferencesFormSchema,
  preferencesPatchOf,
  preferenceValuesOf,
  type PreferenceValues,
} from './profile-values.ts'
import { usePart } from './use-part.ts'

/** How a person likes to work, being edited. */
export function usePreferences({ preferences, draft }: RouteOutput<'profile.read'>) {
  const { t } = useTranslation('profile')
  const queryClient = useQueryClient()
  const current = { values: preferenceValuesOf(preferences.current), version: preferences.version }
  const [start] = useState(() =>
    startFrom(preferenceFields, current, keptFrom(preferencesFormSchema, draft?.preferences)),
  )
  const form = useForm<PreferenceValues>({
    resolver: zodResolver(preferencesFormSchema, { error: issueCode }),
    criteriaMode: 'all',
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: start.typed,
  })
  return usePart<PreferenceValues>({
    form,
    fields: preferenceFields,
    labels: preferenceFields.map((name) => ({ name, label: t(`preferences.${name}`) })),
    start: start.seen,
    current,
    send: async (version, changes) => {
      const result = await callPortal('profile.savePreferences', {
        version,
        changes: preferencesPatchOf(changes),
      })
      if (!result.ok) return result
      const { kind, current: now, version: present } = result.data
      queryClient.setQueryData(
        profileQuery.queryKey,
        (before) => before && { ...before, preferences: { current: now, version: present } },
      )
      return success({ kind, values: preferenceValuesOf(now), version: present })
    },
    onSaved: () => queryClient.invalidateQueries({ queryKey: profileQuery.queryKey, exact: true }),
  })
}
