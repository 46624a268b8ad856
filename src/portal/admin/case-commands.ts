/** The insurer's side of cases of collection: which there are, steps, payments, the end. */
import type { Command } from 'commander'
import { z } from 'zod'
import { isPlainText } from '../../shared/contract/common.ts'
import { listOpenCases } from '../collectnet/cases.ts'
import { addStep, type NewStep } from '../collectnet/collecting.ts'
import { recordDocument } from '../collectnet/documents.ts'
import { inTransaction } from '../platform/changes/log.ts'
import {
  contentOf,
  parsed,
  print,
  printColumns,
  refusedInWords,
  withContext,
  withData,
  type Where,
} from './command-line.ts'

/** Adds `case` with its own commands to `program`. */
export function addCases(program: Command): void {
  const cases = program.command('case').description('cases of collection, as the insurer sees them')
  addList(cases)
  addSteps(cases)
  addPayment(cases)
  addFile(cases)
  addClose(cases)
}

const longestNote = 2_000
const note = parsed(z.string().trim().min(1).max(longestNote).refine(isPlainText))
const id = parsed(z.string().min(1).max(128).refine(isPlainText))
const amount = parsed(
  z.string().regex(/^\d{1,12}(\.\d{1,4})?$/, { error: 'It is no amount such as 25000.50.' }),
)
const actions = ['reminder_sent', 'debtor_contacted', 'instalment_plan', 'legal_action'] as const
type Action = (typeof actions)[number]

function addList(cases: Command): void {
  withData(cases.command('list'))
    .description('list the cases that are not closed, the oldest first')
    .action((where: Where) =>
      withContext(where, async ({ db }) => {
        const open = await listOpenCases(db)
        if (open.length === 0) print('No case is open.')
        for (const { outstanding, ...one } of open) {
          printColumns([
            one.id,
            one.openedAt.slice(0, 10),
            one.policyId,
            one.buyerName,
            one.status,
            `${outstanding.currency} ${outstanding.amount}`,
          ])
        }
      }),
    )
}

/** A command of one case, with what can be written beside what it does. */
function ofCase(cases: Command, name: string): Command {
  return withData(cases.command(name))
    .requiredOption('--case <id>', 'as `case list` names it', id)
    .option('--note <text>', 'what everybody who sees the case can read', note)
}

type OfCase = Where & { readonly case: string; readonly note?: string }

async function enter(options: OfCase, step: NewStep): Promise<void> {
  await withContext(options, async (context) => {
    await addStep(context, options.case, { ...step, note: options.note })
    print('Entered, and told to everybody who sees the case.')
  })
}

function addSteps(cases: Command): void {
  ofCase(cases, 'step')
    .description('enter what was done in a case')
    .requiredOption('--kind <kind>', `one of ${actions.join(', ')}`, parsed(z.enum(actions)))
    .option('--amount <decimal>', 'of each instalment, in the currency of the case', amount)
    .action((options: OfCase & { readonly kind: Action; readonly amount?: string }) =>
      enter(
        options,
        options.kind === 'instalment_plan'
          ? { kind: options.kind, amount: options.amount }
          : { kind: options.kind },
      ),
    )
}

function addPayment(cases: Command): void {
  ofCase(cases, 'payment')
    .description('enter what the buyer paid')
    .requiredOption('--amount <decimal>', 'in the currency of the case', amount)
    .option('--invoice <number>', 'which one; else those that were due first', id)
    .action((options: OfCase & { readonly amount: string; readonly invoice?: string }) =>
      enter(options, {
        kind: 'payment_received',
        amount: options.amount,
        invoice: options.invoice,
      }),
    )
}

function addFile(cases: Command): void {
  withData(cases.command('document'))
    .description('add a document to a case: PDF, PNG, JPEG, XLSX, DOCX, CSV, TXT or EML')
    .requiredOption('--case <id>', 'as `case list` names it', id)
    .requiredOption('--file <path>', 'the document, of at most 10 MB')
    .action((options: Where & { readonly case: string; readonly file: string }) =>
      withContext(options, async (context) => {
        const content = await contentOf(options.file)
        const file = { name: options.file, content }
        const asked = { caseId: options.case, by: null, file }
        const added = await inTransaction(context, (db) =>
          recordDocument(db, context, asked),
        ).catch(refusedInWords)
        print(`Added as ${added.name}, and told to everybody who sees the case.`)
      }),
    )
}

function addClose(cases: Command): void {
  ofCase(cases, 'close')
    .description('close a case: recovered where nothing is outstanding')
    .action((options: OfCase) => enter(options, { kind: 'closed' }))
}
