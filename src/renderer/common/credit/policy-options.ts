/** Policies to choose from, and what each is called. */
import { useMemo } from 'react'
import type { Policy } from '../../../shared/contract/credit/policies.ts'
import type { ComboboxOption } from '../../ui/combobox-field.tsx'
import { useLanguage } from '../i18n/languages.ts'

/** By name in the order of the alphabet; each is found by its number, too. */
export function usePolicyOptions(policies: readonly Policy[]): ComboboxOption<string>[] {
  const language = useLanguage()
  return useMemo(() => {
    const { compare } = new Intl.Collator(language, { numeric: true })
    return policies
      .toSorted((one, other) => compare(one.name, other.name) || compare(one.id, other.id))
      .map((policy) => ({
        value: policy.id,
        label: policyName(policy),
        otherNames: [policy.id, policy.currency],
      }))
  }, [policies, language])
}

/** "DEDERT ICESTICKS B.V. · 17386": names are not unique, numbers alone tell nobody anything. */
export function policyName({ name, id }: Pick<Policy, 'name' | 'id'>): string {
  return `${name} · ${id}`
}
