/**
 * The portal's tables as Kysely sees them. Column types are the portable few that SQLite and
 * PostgreSQL share: text, integer (also 0 and 1 for truth), bigint for times in milliseconds UTC.
 */
import type { Selectable } from 'kysely'

export type UserTable = {
  id: string
  username: string
  /** The username without regard to case; what sign-in looks for. */
  username_key: string
  email: string | null
  /** The e-mail without regard to case; unique among all accounts. */
  email_key: string | null
  first_name: string | null
  last_name: string | null
  language: string
  alerts_by_email: number
  /** Service ids, separated by commas. */
  services: string
  enrolment_state: string
  enrolment_expires_at: number
  password_hash: string
  password_expires_at: number | null
  enrolled_at: number | null
  created_at: number
}

export type SecurityAnswerTable = {
  user_id: string
  position: number
  question_id: string
  answer_hash: string
  /** Which rule of normalising made the hash. */
  normalization: number
}

export type PasswordHistoryTable = {
  id: string
  user_id: string
  password_hash: string
  replaced_at: number
}

export type SessionTable = {
  id: string
  user_id: string
  device_name: string
  device_platform: string
  created_at: number
  last_used_at: number
  expires_at: number
  ended_at: number | null
}

/** Deleted when their session ends, so that a look-up need not ask for the session too. */
export type AccessTokenTable = {
  hash: string
  session_id: string
  user_id: string
  /** `enrolment` opens the enrolment only, `full` everything. */
  scope: string
  expires_at: number
}

export type RefreshTokenTable = {
  hash: string
  session_id: string
  issued_at: number
  used_at: number | null
  /** 1 once a successor was used; using it again is a sign of theft. */
  retired: number
}

export type ThrottleTable = {
  key: string
  failures: number
  last_failure_at: number
  blocked_until: number
}

export type SecurityEventTable = {
  chain: string
  position: number
  at: number
  user_id: string | null
  kind: string
  details: string
  /** Covers the event and the hash before it, so that no row can go or change unseen. */
  hash: string
}

export type EventChainTable = { chain: string; length: number; head: string }

export type MessageTable = { id: string; user_id: string | null; published_at: number }
export type MessageTextTable = { message_id: string; language: string; title: string; body: string }
export type MessageReadTable = { message_id: string; user_id: string; read_at: number }

export type AlertTable = {
  id: string
  user_id: string
  kind: string
  buyer: string
  policy_id: string
  at: number
}

export type Tables = {
  users: UserTable
  security_answers: SecurityAnswerTable
  password_history: PasswordHistoryTable
  sessions: SessionTable
  access_tokens: AccessTokenTable
  refresh_tokens: RefreshTokenTable
  throttles: ThrottleTable
  security_events: SecurityEventTable
  event_chains: EventChainTable
  messages: MessageTable
  message_texts: MessageTextTable
  message_reads: MessageReadTable
  alerts: AlertTable
}

export type User = Selectable<UserTable>
