/** Commands about organisations, their policies, and what is granted to whom. */
import type { Command } from 'commander'
import { z } from 'zod'
import { isPlainText } from '../../shared/contract/common.ts'
import { countryCodes, type CountryCode } from '../../shared/rules/countries.ts'
import { isolate } from '../../shared/rules/isolate.ts'
import { isAssigned, tidyName } from '../../shared/rules/typed-text.ts'
import type { ServiceId } from '../../shared/services.ts'
import { addOrganisation, addPolicies } from '../identity/access/organisations.ts'
import { CommandError } from '../platform/problem-error.ts'
import { findOrganisation, grant, withdraw, type Access } from './access.ts'
import {
  forUsername,
  parsed,
  policyList,
  policyNumber,
  print,
  serviceList,
  withContext,
  withData,
  type Where,
} from './command-line.ts'

/** Adds `add-organisation`, `add-policy`, `grant` and `withdraw` to `program`. */
export function addAccess(program: Command): void {
  addOrganisationCommand(program)
  addPolicyCommand(program)
  addGrants(program)
}

const longestName = 250
const name = parsed(
  z
    .string()
    .overwrite(tidyName)
    .min(1)
    .max(longestName)
    .refine((text) => isPlainText(text) && isAssigned(text), {
      error: 'It holds characters that no font knows.',
    }),
)
const country = parsed(z.enum(countryCodes))
const currency = parsed(
  z.string().refine((code) => Intl.supportedValuesOf('currency').includes(code), {
    error: 'It is no currency such as EUR.',
  }),
)
const days = parsed(z.coerce.number().int().min(0).max(1000))

type NewOrganisation = Where & {
  readonly name: string
  readonly country: CountryCode
  readonly broker: boolean
}

function addOrganisationCommand(program: Command): void {
  withData(program.command('add-organisation'))
    .description('add an organisation, and print its id')
    .requiredOption('--name <name>', 'as it is to be shown', name)
    .requiredOption('--country <code>', 'for example BE', country)
    .option('--broker', 'sees policies of others, instead of having its own', false)
    .action((options: NewOrganisation) =>
      withContext(options, async ({ db }) => {
        const kind = options.broker ? 'broker' : 'policyholder'
        const added = await addOrganisation(db, { ...options, kind })
        if (added === undefined) throw new Error('A random id was taken')
        print(`Organisation: ${added.id}`)
      }),
    )
}

type NewPolicy = Where & {
  readonly organisation: string
  readonly number: string
  readonly name: string
  readonly currency: string
  readonly country?: CountryCode
  readonly mepDays: number
  readonly graceDays: number
  readonly maximumTermsDays: number
  readonly reportWithinDays: number
}

function addPolicyCommand(program: Command): void {
  withData(program.command('add-policy'))
    .description('add a policy of an organisation')
    .requiredOption('--organisation <name or id>', 'the policyholder')
    .requiredOption('--number <number>', 'as it is printed on the policy', policyNumber)
    .requiredOption('--name <name>', 'as it is to be shown', name)
    .requiredOption('--currency <code>', 'for example EUR', currency)
    .option('--country <code>', 'the organisation’s unless said otherwise', country)
    .requiredOption('--maximum-terms-days <days>', 'the longest payment terms covered', days)
    .option('--mep-days <days>', 'from the due date until an invoice must be reported', days, 60)
    .option('--report-within-days <days>', 'after that, in which to report it', days, 30)
    .option('--grace-days <days>', 'until a reduction takes effect', days, 30)
    .action((options: NewPolicy) =>
      withContext(options, async ({ db }) => {
        const owner = await findOrganisation(db, options.organisation)
        if (owner.kind === 'broker') {
          throw new CommandError(`${isolate(owner.name)} is a broker, and has no policies.`)
        }
        const policy = {
          id: options.number,
          name: options.name,
          organisation_id: owner.id,
          currency: options.currency,
          country: options.country ?? owner.country,
          mep_days: options.mepDays,
          grace_days: options.graceDays,
          maximum_terms_days: options.maximumTermsDays,
          report_within_days: options.reportWithinDays,
        }
        const number = isolate(options.number)
        if ((await addPolicies(db, [policy])) === 0)
          throw new CommandError(`There is a policy ${number} already.`)
        print(`Policy ${number} of ${isolate(owner.name)} was added.`)
      }),
    )
}

type Named = Where & {
  readonly username: string
  readonly services?: readonly ServiceId[]
  readonly policies?: readonly string[]
}

function addGrants(program: Command): void {
  withGrants(forUsername(program.command('grant')))
    .description('let someone use services and see policies, beside what they have')
    .option('--organisation <name or id>', 'where they belong; if another, their policies end')
    .action((options: Named & { readonly organisation?: string }) =>
      withContext(options, async (context) => {
        if (options.organisation === undefined) assertNamed(options)
        tell(options.username, await grant(context, options.username, options))
      }),
    )
  withGrants(forUsername(program.command('withdraw')))
    .description('take services and policies from someone, at once')
    .action((options: Named) =>
      withContext(options, async (context) => {
        assertNamed(options)
        tell(options.username, await withdraw(context, options.username, options))
      }),
    )
}

function withGrants(command: Command): Command {
  return command
    .option('--services <list>', 'for example servnet,insights', serviceList)
    .option('--policies <list>', 'their numbers, for example 17386,17412', policyList)
}

function assertNamed({ services, policies }: Named): void {
  if (services ?? policies) return
  throw new CommandError('Say what: --services or --policies.')
}

function tell(username: string, { organisation, services, policies }: Access): void {
  print(`Username:     ${isolate(username)}`)
  print(`Organisation: ${isolate(organisation ?? 'none')}`)
  print(`Services:     ${listed(services)}`)
  print(`Policies:     ${listed(policies)}`)
}

function listed(items: readonly string[]): string {
  return items.map(isolate).join(', ') || 'none'
}
