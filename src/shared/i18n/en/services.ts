import type { services as french } from '../fr/services.ts'
import type { Texts } from '../texts.ts'

export const services: Texts<typeof french> = {
  title: 'Sign in',
  intro:
    'Our systems make it easy to manage your account, your policies and your requests. Access to the online services is protected by a password.',
  listLabel: 'Online services',
  yours: {
    title: 'Your services',
    intro: 'One username and one password open each of them.',
    ask: 'Your contact person can open it for you.',
  },
  servnet: {
    name: 'Serv@Net',
    text: 'Manage your credit insurance online.',
    action: 'Sign in to Serv@Net',
    signIn: 'Signing in to Serv@Net',
    open: 'Open Serv@Net',
    notGranted: 'Serv@Net is not among your services.',
  },
  collectnet: {
    name: 'Collect@Net',
    text: 'Manage your debt collection online.',
    action: 'Sign in to Collect@Net',
    signIn: 'Signing in to Collect@Net',
    open: 'Open Collect@Net',
    notGranted: 'Collect@Net is not among your services.',
  },
  insights: {
    name: 'Atradius Insights',
    text: 'Our online platform that analyses your business, so that you can manage and follow your risks with ease.',
    action: 'Sign in to Atradius Insights',
    signIn: 'Signing in to Atradius Insights',
    open: 'Open Atradius Insights',
    notGranted: 'Atradius Insights is not among your services.',
  },
  partners: {
    name: 'Partner Area',
    text: 'For our brokers: all the information and material you need to serve your clients and prospects best.',
    action: 'Sign in to the Partner Area',
    signIn: 'Signing in to the Partner Area',
    open: 'Open the Partner Area',
    notGranted: 'The Partner Area is reserved for our brokers.',
    clients: 'Clients',
    documents: 'Documents',
  },
}
