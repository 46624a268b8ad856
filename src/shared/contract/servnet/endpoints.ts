/** Serv@Net. */
import { z } from 'zod'
import { idSchema, moneySchema, pageOf, pageQuerySchema } from '../common.ts'
import { applicationRequestSchema, applicationSchema } from '../credit/applications.ts'
import { buyerQuerySchema, buyerSchema } from '../credit/buyers.ts'
import {
  creditLimitDetailSchema,
  creditLimitSchema,
  limitQuerySchema,
} from '../credit/credit-limits.ts'
import { policySchema } from '../credit/policies.ts'
import { turnoverDeclarationSchema, turnoverRequestSchema } from '../credit/turnover.ts'
import { serviceDefaults, type Endpoint } from '../endpoint.ts'
import { servnetAlertSchema } from '../credit/alerts.ts'
import { servnetHomeSchema } from './home.ts'
import { messagesReadRequestSchema, servnetMessageSchema } from './messages.ts'

const byId = z.object({ id: idSchema })

const defaults = { ...serviceDefaults('servnet'), tag: 'Serv@Net' } as const

export const servnetEndpoints = {
  servnetHome: {
    ...defaults,
    method: 'GET',
    path: '/v1/servnet/home',
    summary: 'Serv@Net’s first page',
    description:
      'The banner, the latest messages and alerts (first those that are not handled), how many of each there are in all, and whom to turn to.',
    status: 200,
    answer: servnetHomeSchema,
  },
  servnetAlerts: {
    ...defaults,
    method: 'GET',
    path: '/v1/servnet/alerts',
    summary: 'All alerts, newest first',
    description:
      'What changed for the person’s buyers, in pages. What is not known of an alert is null: those of before amounts were kept have none.',
    query: pageQuerySchema,
    status: 200,
    answer: pageOf(servnetAlertSchema),
  },
  servnetAlert: {
    ...defaults,
    method: 'GET',
    path: '/v1/servnet/alerts/{id}',
    summary: 'One alert',
    description: 'As in the list. An alert of somebody else is not found.',
    params: byId,
    status: 200,
    answer: servnetAlertSchema,
    problems: ['not_found'],
  },
  servnetAlertHandle: {
    ...defaults,
    method: 'PUT',
    path: '/v1/servnet/alerts/{id}/handled',
    summary: 'Tick an alert off',
    description: 'Safe to repeat: the first time stands.',
    params: byId,
    status: 204,
    answer: null,
    problems: ['not_found'],
  },
  servnetAlertReopen: {
    ...defaults,
    method: 'DELETE',
    path: '/v1/servnet/alerts/{id}/handled',
    summary: 'Take the tick off an alert again',
    description: 'Safe to repeat, also for an alert that was never ticked off.',
    params: byId,
    status: 204,
    answer: null,
    problems: ['not_found'],
  },
  servnetMessages: {
    ...defaults,
    method: 'GET',
    path: '/v1/servnet/messages',
    summary: 'All messages, newest first',
    description: 'Of the insurer to everybody or to this person, in their language, in pages.',
    query: pageQuerySchema,
    status: 200,
    answer: pageOf(servnetMessageSchema),
  },
  servnetMessageRead: {
    ...defaults,
    method: 'PUT',
    path: '/v1/servnet/messages/{id}/read',
    summary: 'Note that a message was read',
    description: 'By this person alone. Safe to repeat: the first time stands.',
    params: byId,
    status: 204,
    answer: null,
    problems: ['not_found'],
  },
  servnetMessagesRead: {
    ...defaults,
    method: 'PUT',
    path: '/v1/servnet/messages/read',
    summary: 'Note that all messages were read',
    description:
      'All that were published up to the moment given, which is that of the newest message that the person saw: what came after it stays unread. Safe to repeat.',
    body: messagesReadRequestSchema,
    status: 204,
    answer: null,
  },
  servnetPolicies: {
    ...defaults,
    method: 'GET',
    path: '/v1/servnet/policies',
    summary: 'The policies that are granted, with their conditions',
    description: 'By name, in pages.',
    query: pageQuerySchema,
    status: 200,
    answer: pageOf(policySchema),
  },
  servnetPolicy: {
    ...defaults,
    method: 'GET',
    path: '/v1/servnet/policies/{id}',
    summary: 'One policy, with its conditions',
    description: 'As in the list. A policy that is not granted is not found.',
    params: byId,
    status: 200,
    answer: policySchema,
    problems: ['not_found'],
  },
  servnetBuyers: {
    ...defaults,
    method: 'GET',
    path: '/v1/servnet/buyers',
    summary: 'Buyers, to apply for a limit on',
    description:
      'As in Insights: those with a limit or an application under a policy that is granted, in pages.',
    query: buyerQuerySchema,
    status: 200,
    answer: pageOf(buyerSchema),
    problems: ['not_found'],
  },
  servnetBuyer: {
    ...defaults,
    method: 'GET',
    path: '/v1/servnet/buyers/{id}',
    summary: 'One buyer, as in the list',
    description: 'A buyer without a limit or an application under a granted policy is not found.',
    params: byId,
    query: z.object({ currency: moneySchema.shape.currency.optional() }),
    status: 200,
    answer: buyerSchema,
    problems: ['not_found'],
  },
  servnetCreditLimits: {
    ...defaults,
    method: 'GET',
    path: '/v1/servnet/credit-limits',
    summary: 'Credit limits',
    description:
      'One for each buyer and policy: the latest decision, or an application that is not decided yet, in pages.',
    query: limitQuerySchema,
    status: 200,
    answer: pageOf(creditLimitSchema),
    problems: ['not_found'],
  },
  servnetCreditLimit: {
    ...defaults,
    method: 'GET',
    path: '/v1/servnet/credit-limits/{id}',
    summary: 'One credit limit, with its course',
    description: 'A limit under a policy that is not granted is not found.',
    params: byId,
    status: 200,
    answer: creditLimitDetailSchema,
    problems: ['not_found'],
  },
  servnetApplications: {
    ...defaults,
    method: 'GET',
    path: '/v1/servnet/credit-limit-applications',
    summary: 'Applications for a limit, newest first',
    description: 'Also those that are decided, in pages.',
    query: pageQuerySchema,
    status: 200,
    answer: pageOf(applicationSchema),
  },
  servnetApplication: {
    ...defaults,
    method: 'GET',
    path: '/v1/servnet/credit-limit-applications/{id}',
    summary: 'One application, and what was decided of it',
    description: 'An application under a policy that is not granted is not found.',
    params: byId,
    status: 200,
    answer: applicationSchema,
    problems: ['not_found'],
  },
  servnetApply: {
    ...defaults,
    method: 'POST',
    path: '/v1/servnet/credit-limit-applications',
    summary: 'Apply for a credit limit',
    description:
      'Of a buyer by its id, or by a description: where the number in it is known in that country, that buyer is meant. Terms longer than the policy covers, an end before the start and more decimals than the currency has are refused (`invalid_request`); so is a second application while one of the same buyer and policy is being decided (`application_pending`, with its `applicationId` among the parameters). A policy that is not granted, and a buyer that is not there, are not found.',
    body: applicationRequestSchema,
    status: 201,
    answer: applicationSchema,
    problems: ['not_found', 'application_pending'],
  },
  servnetDeclarations: {
    ...defaults,
    method: 'GET',
    path: '/v1/servnet/turnover-declarations',
    summary: 'Declarations of turnover, newest first',
    description: 'In pages.',
    query: pageQuerySchema,
    status: 200,
    answer: pageOf(turnoverDeclarationSchema),
  },
  servnetDeclareTurnover: {
    ...defaults,
    method: 'POST',
    path: '/v1/servnet/turnover-declarations',
    summary: 'Declare the turnover of a period',
    description:
      'In the policy’s currency. A period that is not over, and another currency, are refused (`invalid_request`). A later declaration of the same period replaces the former one.',
    body: turnoverRequestSchema,
    status: 201,
    answer: turnoverDeclarationSchema,
    problems: ['not_found'],
  },
} as const satisfies Record<string, Endpoint>
