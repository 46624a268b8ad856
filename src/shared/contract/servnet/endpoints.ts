/** Serv@Net. */
import { z } from 'zod'
import { idSchema, pageOf, pageQuerySchema } from '../common.ts'
import { serviceDefaults, type Endpoint } from '../endpoint.ts'
import { servnetAlertSchema } from './alerts.ts'
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
} as const satisfies Record<string, Endpoint>
