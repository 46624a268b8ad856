/** The tables of organisations, their policies, and what is granted to whom. */

export type OrganisationTable = {
  id: string
  /** `policyholder` or `broker`. */
  kind: string
  name: string
  /** The name without regard to case; several may have the same. */
  name_key: string
  /** ISO 3166-1 alpha-2. */
  country: string
}

export type PolicyTable = {
  /** The number that is printed on it. */
  id: string
  name: string
  /** The policyholder, also of what a broker sees. */
  organisation_id: string
  /** ISO 4217. */
  currency: string
  /** ISO 3166-1 alpha-2. */
  country: string
  /** Days after the original due date before an invoice must be reported. */
  mep_days: number
  /** Days before a reduction or a cancellation by the insurer takes effect. */
  grace_days: number
  /** The longest payment terms that are covered, in days. */
  maximum_terms_days: number
  /** Days after the extension period in which to report. */
  report_within_days: number
}

export type ServiceGrantTable = { user_id: string; service: string }

/** May name a policy that is not there: of some, only alerts were ever kept. */
export type PolicyGrantTable = { user_id: string; policy_id: string }
