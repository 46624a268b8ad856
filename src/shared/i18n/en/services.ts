import type { services as french } from '../fr/services.ts'
import type { Texts } from '../texts.ts'

export const services: Texts<typeof french> = {
  title: 'Sign in',
  intro:
    'Our systems make it easy to manage your account, your policies and your requests. Access to the online services is protected by a password.',
  listLabel: 'Online services',
  servnet: {
    name: 'Serv@Net',
    text: 'Manage your credit insurance online.',
    action: 'Sign in to Serv@Net',
  },
  collectnet: {
    name: 'Collect@Net',
    text: 'Manage your debt collection online.',
    action: 'Sign in to Collect@Net',
  },
  insights: {
    name: 'Atradius Insights',
    text: 'Our online platform that analyses your business, so that you can manage and follow your risks with ease.',
    action: 'Sign in to Atradius Insights',
  },
  partners: {
    name: 'Partner Area',
    text: 'For our brokers: all the information and material you need to serve your clients and prospects best.',
    action: 'Sign in to the Partner Area',
  },
}
