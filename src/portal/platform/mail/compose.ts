/** What a message says, in order, before it becomes text or HTML. */
import { assertNever } from '../../../shared/assert-never.ts'
import { showEmailAddress } from '../../../shared/rules/email-address.ts'
import { formatMoneyChange } from '../../../shared/i18n/money.ts'
import { isolate } from '../../../shared/rules/isolate.ts'
import { isLinkLike, unlinked } from '../../../shared/rules/link-like.ts'
import type { Language } from '../../../shared/languages.ts'
import type { ServnetAlert } from '../../../shared/contract/credit/alerts.ts'
import { contact } from '../contact.ts'
import { formatDay, formatDuration, formatMoment } from './calendar.ts'
import type { Mail } from './mail.ts'
import { translator, type Translate } from './texts.ts'
import { minute } from '../clock.ts'

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Shown large and in two groups. */
  | { readonly kind: 'code'; readonly code: string }
  /** What someone is to recognise: an address, a device. */
  | { readonly kind: 'fact'; readonly text: string; readonly detail: string | null }
  /** What to do if it was not them. */
  | { readonly kind: 'caution'; readonly title: string; readonly text: string }

export type Message = {
  readonly language: Language
  /** Never holds what somebody typed. */
  readonly subject: string
  readonly greeting: string
  readonly blocks: readonly Block[]
  /** Who writes: above the HTML, below the text. */
  readonly sender: string
  readonly footer: readonly string[]
}

export type Reader = {
  readonly language: Language
  readonly name: string | null
  /** When the message was queued, in milliseconds: how long something counts begins then. */
  readonly queuedAt: number
}

type Words = {
  readonly language: Language
  readonly t: Translate
  readonly queuedAt: number
  readonly moment: (at: number) => string
  readonly day: (at: number) => string
}

/** What `mail` says to its reader, in their language. */
export function composeMessage(mail: Mail, { language, name, queuedAt }: Reader): Message {
  const t = translator(language)
  const words: Words = {
    language,
    t,
    queuedAt,
    moment: (at) => t('moment', { moment: formatMoment(language, at) }),
    day: (at) => formatDay(language, at),
  }
  // An address that nobody has confirmed yet may be a stranger's, who is to learn no name. Nor does
  // one become a link under our name, which an older version took.
  const isUnfit = mail.kind === 'email_change_code' || (name !== null && isLinkLike(name))
  const { phone, email, company, addressLines } = contact
  return {
    language,
    subject: subjectOf(mail, t),
    greeting: name === null || isUnfit ? t('greeting') : t('greetingByName', { name }),
    blocks: blocksOf(mail, words),
    sender: t('sender'),
    footer: [
      // Kept together where the line ends.
      t('footer.questions', { phone: phone.replaceAll(' ', '\u00a0'), email }),
      t('footer.automatic'),
      [company, ...addressLines].join(', '),
    ],
  }
}

function subjectOf(mail: Mail, t: Translate): string {
  if (mail.kind === 'password_expiry') {
    return t(`password_expiry.subject_${whenOf(mail.days)}`, { days: mail.days })
  }
  if (mail.kind === 'alerts_digest') {
    return t('alerts_digest.subject', { count: mail.alerts.length + mail.more })
  }
  return t(`${mail.kind}.subject`)
}

/** Plurals begin at two days: one is tomorrow. */
function whenOf(days: number): 'today' | 'tomorrow' | 'later' {
  if (days <= 0) return 'today'
  return days === 1 ? 'tomorrow' : 'later'
}

function blocksOf(mail: Mail, words: Words): Block[] {
  const { t, moment } = words
  switch (mail.kind) {
    case 'recovery_code':
    case 'email_change_code':
      return [
        paragraph(t(`${mail.kind}.text`)),
        { kind: 'code', code: mail.code },
        paragraph(codeRules(mail, words)),
        caution(mail.kind, t),
      ]
    case 'recovery_unfinished':
      return [
        paragraph(t('recovery_unfinished.text')),
        paragraph(t('recovery_unfinished.next')),
        caution(mail.kind, t),
      ]
    case 'email_change_requested':
    case 'email_changed':
      return [
        paragraph(t(`${mail.kind}.text`)),
        addressBlock(mail.newEmail),
        paragraph(t(`${mail.kind}.next`)),
        caution(mail.kind, t),
      ]
    case 'password_changed':
    case 'password_recovered':
      return [
        paragraph(t(`${mail.kind}.text`, { moment: moment(mail.at) })),
        paragraph(t(`${mail.kind}.next`)),
        caution(mail.kind, t),
      ]
    case 'new_device':
      return [
        paragraph(t('new_device.text')),
        { kind: 'fact', text: isolate(unlinked(mail.device)), detail: moment(mail.at) },
        paragraph(t('new_device.next')),
        caution(mail.kind, t),
      ]
    case 'password_expiry':
      return [
        paragraph(t('password_expiry.text', { moment: moment(mail.expiresAt) })),
        paragraph(t('password_expiry.how')),
        paragraph(t('password_expiry.afterwards')),
      ]
    case 'alerts_digest':
      return digestBlocks(mail, words)
    default:
      return assertNever(mail)
  }
}

/**
 * How long the code counts, and until when by the insurer's clock: a message may arrive long after
 * it was asked for, and its reader's clock is not known here.
 */
function codeRules({ minutes }: { readonly minutes: number }, words: Words): string {
  const { language, queuedAt, moment, t } = words
  return t('code.rules', {
    duration: formatDuration(language, minutes),
    moment: moment(queuedAt + minutes * minute),
  })
}

function digestBlocks(mail: Extract<Mail, { kind: 'alerts_digest' }>, words: Words): Block[] {
  const { t } = words
  return [
    paragraph(t('alerts_digest.text', { count: mail.alerts.length + mail.more })),
    ...mail.alerts.map((alert) => alertBlock(alert, words)),
    ...(mail.more > 0 ? [paragraph(t('alerts_digest.more', { count: mail.more }))] : []),
    paragraph(t('alerts_digest.where')),
    paragraph(t('alerts_digest.choice')),
  ]
}

function alertBlock(alert: ServnetAlert, { language, t, day }: Words): Block {
  const details = [
    formatMoneyChange(language, alert.from, alert.to),
    t('servnet:alerts.policy', { policyId: alert.policyId }),
    day(Date.parse(alert.at)),
  ]
  return {
    kind: 'fact',
    text: t(`servnet:alerts.${alert.kind}`, { buyer: alert.buyer }),
    detail: details.filter((detail) => detail !== null).join(' · '),
  }
}

/** An international domain in both its forms: letters of two scripts can look the same. */
function addressBlock(address: string): Block {
  const text = showEmailAddress(address)
  return { kind: 'fact', text: isolate(text), detail: text === address ? null : address }
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

function caution(kind: Exclude<Mail['kind'], 'password_expiry' | 'alerts_digest'>, t: Translate) {
  return { kind: 'caution', title: t('caution'), text: t(`${kind}.caution`) } as const
}
