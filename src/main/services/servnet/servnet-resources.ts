/** What Serv@Net shows, as it is kept on this computer. */
import { keptAlertSchema } from '../../../shared/contract/credit/alerts.ts'
import { keptHomeSchema } from '../../../shared/contract/servnet/home.ts'
import { servnetMessageSchema } from '../../../shared/contract/servnet/messages.ts'
import { foldLetters } from '../../../shared/rules/typed-text.ts'
import { defineList } from '../../resources/list.ts'
import { defineResource } from '../../resources/resource.ts'
import { alertNews, messageNews } from '../credit/news-kinds.ts'
import { layOverAlert, layOverHome, layOverMessage } from './servnet-edits.ts'

const minuteMs = 60_000

/** The first page. */
export const homeResource = defineResource({
  name: 'home',
  endpoint: 'servnetHome',
  schema: keptHomeSchema,
  maxAgeMs: minuteMs,
  layOver: { edits: ['alertHandled', 'messageRead', 'messagesRead'], lay: layOverHome },
})

/** All alerts. */
export const alertsList = defineList({
  name: 'alerts',
  endpoint: 'servnetAlerts',
  schema: keptAlertSchema,
  maxAgeMs: minuteMs,
  isFollowed: true,
  askPage: (client, credentials, query) => client.call('servnetAlerts', { ...credentials, query }),
  askRow: (client, credentials, id) =>
    client.call('servnetAlert', { ...credentials, params: { id } }),
  layOver: { edits: ['alertHandled'], lay: layOverAlert },
  foldOf: ({ buyer }) => foldLetters(buyer),
  news: alertNews,
})

/** All messages. */
export const messagesList = defineList({
  name: 'messages',
  endpoint: 'servnetMessages',
  schema: servnetMessageSchema,
  maxAgeMs: minuteMs,
  isFollowed: true,
  askPage: (client, credentials, query) =>
    client.call('servnetMessages', { ...credentials, query }),
  layOver: { edits: ['messageRead', 'messagesRead'], lay: layOverMessage },
  foldOf: ({ title }) => foldLetters(title),
  news: messageNews,
})
