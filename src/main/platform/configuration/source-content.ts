/** What one source of settings says, before it is checked. Each is read by itself, all at once. */
import type { ManagedBy } from '../../../shared/contract/app/managed.ts'

export type SourceContent =
  | { readonly kind: 'absent' }
  /** It is there and cannot be used: as a whole, or because of a setting by the source's own name. */
  | { readonly kind: 'unusable'; readonly source: string; readonly setting?: string | undefined }
  | {
      readonly kind: 'read'
      readonly by: ManagedBy
      /** A file's path or a key's name, for an administrator to find it. */
      readonly source: string
      /** Nested as in `config.json`. */
      readonly content: unknown
    }

export const absent: SourceContent = { kind: 'absent' }

/** A source that nothing falls back past. */
export function unusable(source: string, setting?: string): SourceContent {
  return { kind: 'unusable', source, setting }
}
