/** `docs/openapi.json` as tests go over it: what is in it is tested, whatever it is. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { endpoints, type EndpointName } from '../../../src/shared/contract/endpoints.ts'

/** Of JSON Schema what the document uses. */
export type JsonSchema = {
  readonly $ref?: string | undefined
  readonly type?: string | undefined
  readonly enum?: readonly unknown[] | undefined
  readonly pattern?: string | undefined
  readonly format?: string | undefined
  readonly minLength?: number | undefined
  readonly maxLength?: number | undefined
  readonly minimum?: number | undefined
  readonly maximum?: number | undefined
  readonly minItems?: number | undefined
  readonly maxItems?: number | undefined
  readonly items?: JsonSchema | undefined
  readonly anyOf?: readonly JsonSchema[] | undefined
  readonly oneOf?: readonly JsonSchema[] | undefined
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined
}

const schemaSchema: z.ZodType<JsonSchema> = z.object({
  $ref: z.string().optional(),
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  items: z.lazy(() => schemaSchema).optional(),
  anyOf: z.lazy(() => z.array(schemaSchema)).optional(),
  oneOf: z.lazy(() => z.array(schemaSchema)).optional(),
  properties: z.lazy(() => z.record(z.string(), schemaSchema)).optional(),
})

const parameterSchema = z.object({
  in: z.enum(['path', 'query', 'header']),
  name: z.string(),
  schema: schemaSchema,
})
export type Parameter = z.infer<typeof parameterSchema>

const operationSchema = z.object({
  operationId: z.custom<EndpointName>((id) => typeof id === 'string' && id in endpoints),
  security: z.array(z.unknown()),
  parameters: z.array(parameterSchema).default([]),
  requestBody: z
    .object({ content: z.object({ 'application/json': z.object({ schema: schemaSchema }) }) })
    .optional(),
  responses: z.record(z.string(), z.object({ description: z.string() })),
})

const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), schemaSchema) }),
})

const text = readFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8')
const document = documentSchema.parse(JSON.parse(text))

export type Operation = {
  readonly id: EndpointName
  readonly method: string
  /** With `{name}` for each parameter. */
  readonly path: string
  /** Whether anyone may call, without a token. */
  readonly isOpen: boolean
  readonly parameters: readonly Parameter[]
  readonly body: JsonSchema | null
  readonly statuses: ReadonlySet<number>
}

/** Every operation of the document. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      isOpen: operation.security.length === 0,
      parameters: operation.parameters,
      body: operation.requestBody?.content['application/json'].schema ?? null,
      statuses: new Set(Object.keys(operation.responses).map(Number)),
    })),
)

/** What `schema` refers to, where it does. @throws where there is no such schema */
export function resolved(schema: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema
  const found = document.components.schemas[schema.$ref.replace('#/components/schemas/', '')]
  if (found === undefined) throw new Error(`The document has no ${schema.$ref}`)
  return resolved(found)
}
