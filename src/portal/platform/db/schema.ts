/**
 * The portal's tables as Kysely sees them. Column types are the portable few that SQLite and
 * PostgreSQL share: text, integer (also 0 and 1 for truth), bigint for times in milliseconds UTC.
 */
import type { Generated, Selectable } from 'kysely'
import type {
  OrganisationTable,
  PolicyGrantTable,
  PolicyTable,
  ServiceGrantTable,
} from './access-schema.ts'
import type { CollectionTables } from './collection-schema.ts'
import type { PartnersTables } from './partners-schema.ts'
import type { CreditTables } from './credit-schema.ts'
import type { ChangeCounterTable, ChangeTable, KeptAnswerTable } from './offline-schema.ts'
import type { PortfolioTables } from './portfolio-schema.ts'
import type { SchemaSupportTable } from './schema-support.ts'

export type UserTable = {
  id: string
  username: string
  /** The username without regard to case; what sign-in looks for. */
  username_key: string
  /** Confirmed by a code that was sent to it; null before that, so that nothing goes there. */
  email: string | null
  /** The e-mail without regard to case; unique among all accounts. */
  email_key: string | null
  /** The address of the enrolment until its code is entered; several accounts may wait for one. */
  unconfirmed_email: string | null
  first_name: string | null
  last_name: string | null
  /** Messages are written in it, also to who has never signed in. */
  language: string
  /** Null for an account from before there were organisations, until somebody says. */
  organisation_id: string | null
  enrolment_state: string
  enrolment_expires_at: number
  password_hash: string
  password_expires_at: number | null
  enrolled_at: number | null
  created_at: number
  /** 1 where a contact person asks for a new password. */
  password_change_required: Generated<number>
  /** From when on a rehearsal of the questions is offered; null counts from the enrolment. */
  rehearsal_due_at: number | null
}

/** How somebody likes to work; one row for each account. */
export type PreferencesTable = {
  user_id: string
  default_search_country: string | null
  servnet_start_page: Generated<string>
  currency: Generated<string>
  alerts_by_email: Generated<number>
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
  /** Until when what is delicate is open, after the password was entered again. */
  reauthenticated_until: Generated<number>
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
  /** With a mark before it where the token is signed: such a one is deleted, not retired. */
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
  /** Seals the event together with all before it, so that no row can go or change unseen. */
  hash: string
  /** Of the register's latest entry when this was written; null where there was none yet. */
  register_seal: string | null
}

export type EventChainTable = {
  chain: string
  length: number
  head: string
  /** How many of its events the register knows of. */
  registered: Generated<number>
}

/** A flow for a forgotten password; the same for usernames that nobody has. */
export type RecoveryTable = {
  id_hash: string
  /** Null for a username that nobody has, or that has not enrolled. */
  user_id: string | null
  /** The username behind an HMAC: what a person typed may be a password. */
  name_key: string
  /** `answers`, `password` or `done`. */
  state: string
  /** Ids separated by commas; empty where the tenant asks for the code only. */
  question_ids: string
  code_hash: string | null
  /** `numeric` or `alphanumeric`. */
  code_format: Generated<string>
  code_expires_at: number | null
  next_code_at: number | null
  attempts_left: number
  expires_at: number
  created_at: number
  /** The message with the latest code; null where none is asked for. */
  mail_id: string | null
  /** Which known device or network of the account began it; null where a stranger did. */
  known_as: string | null
}

export type EmailChangeTable = {
  id: string
  user_id: string
  email: string
  email_key: string
  /** `pending`, `done` or `cancelled`; at most one is pending for an account. */
  state: string
  code_hash: string
  attempts_left: number
  next_code_at: number
  code_expires_at: number
  expires_at: number
  /** The message with the code. */
  mail_id: string
  created_at: number
}

/** How often recoveries of an account were begun and not finished; also of nobody's. */
export type UnfinishedRecoveryTable = {
  /** As in `recoveries`. */
  name_key: string
  begun: number
  /** When the first of them was. */
  since: number
}

/** One row: what only the pepper opens that this database's secrets are made with. */
export type PepperSealTable = { id: number; sealed: string }

/** Messages to be sent, written in the transaction of what they tell. */
export type MailTable = {
  id: string
  kind: string
  user_id: string | null
  /** Null for whoever does not exist: written and dropped, so that writing tells nothing. */
  recipient: string | null
  language: string
  /** What the text needs, sealed: it may hold a code. Emptied once sent. */
  params: string
  /** `queued`, `sent`, `refused` (by the server, for good), `failed` (given up) or `dropped`. */
  state: string
  attempts: number
  next_attempt_at: number
  /** Whoever sends it holds it until then. */
  claimed_until: number
  last_error: string | null
  created_at: number
  sent_at: number | null
}

/** What someone has signed in on before. */
export type KnownDeviceTable = {
  user_id: string
  /** A hash of name and platform, or `secret:` and an HMAC of the device's secret. */
  fingerprint: string
  first_seen_at: number
  last_seen_at: number
}

/** Where someone has signed in from before: an IPv4 address or an IPv6 network. */
export type KnownNetworkTable = {
  user_id: string
  network: string
  first_seen_at: number
  last_seen_at: number
}

/** Which notice of which expiry went out: a second one cannot be written. */
export type ExpiryNoticeTable = {
  user_id: string
  password_expires_at: number
  threshold: number
  noticed_at: number
}

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
  /** When a digest told it or passed it over, once; null before that. */
  told_at: number | null
  /** From here on null is what is not known. Amounts are decimals in `currency`. */
  buyer_id: string | null
  from_amount: string | null
  to_amount: string | null
  currency: string | null
  /** A day, as ISO 8601 writes it. */
  effective_on: string | null
  reason: string | null
  /** When the person ticked it off; null while it is open. */
  handled_at: number | null
}

export type Tables = CreditTables &
  PortfolioTables &
  CollectionTables &
  PartnersTables & {
    users: UserTable
    preferences: PreferencesTable
    organisations: OrganisationTable
    policies: PolicyTable
    service_grants: ServiceGrantTable
    policy_grants: PolicyGrantTable
    security_answers: SecurityAnswerTable
    password_history: PasswordHistoryTable
    sessions: SessionTable
    access_tokens: AccessTokenTable
    refresh_tokens: RefreshTokenTable
    throttles: ThrottleTable
    security_events: SecurityEventTable
    event_chains: EventChainTable
    recoveries: RecoveryTable
    unfinished_recoveries: UnfinishedRecoveryTable
    pepper_seals: PepperSealTable
    email_changes: EmailChangeTable
    mails: MailTable
    known_devices: KnownDeviceTable
    known_networks: KnownNetworkTable
    expiry_notices: ExpiryNoticeTable
    messages: MessageTable
    message_texts: MessageTextTable
    message_reads: MessageReadTable
    alerts: AlertTable
    kept_answers: KeptAnswerTable
    changes: ChangeTable
    change_counters: ChangeCounterTable
    schema_support: SchemaSupportTable
  }

export type User = Selectable<UserTable>
export type Preferences = Selectable<PreferencesTable>
