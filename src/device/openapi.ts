import { z } from 'zod'
import { manifestSchema } from '../manifest/manifest'
import { heartbeat, pairingRequest, play, playsBatch } from '../manifest/messages'

type Json = Record<string, unknown>

const problem = {
  description: 'What is wrong (RFC 9457), with a stable code',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'code'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string' },
          detail: { type: 'string' },
          errors: {
            type: 'array',
            items: {
              type: 'object',
              required: ['pointer', 'detail'],
              properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
            },
          },
        },
      },
    },
  },
}

const keys = z.array(z.object({ kid: z.string(), x: z.string() }))
const begun = z.object({
  code: z.string(),
  pollToken: z.string(),
  expiresAt: z.number().int(),
  pollSeconds: z.number(),
  keys,
})
const pending = z.object({ status: z.literal('pending') })
const paired = z.object({ status: z.literal('paired'), display: z.string(), token: z.string(), keys })
const heartbeatAnswer = z.object({ name: z.string(), commands: z.array(z.string()) })
const playsAnswer = z.object({
  accepted: z.number().int(),
  duplicates: z.number().int(),
  refused: z.array(z.object({ seq: z.number().nullable(), code: z.string() })),
})
const sentPlays = playsBatch.extend({ plays: z.array(play).max(1000) })

const byToken = [{ display: [] }]

/** The OpenAPI 3.1 document of the device protocol, made from the schemas that check the requests. */
export function openapi(): Json {
  return {
    openapi: '3.1.0',
    info: { title: 'Xuanbo device protocol', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/api/device/v1' }],
    components: {
      securitySchemes: {
        display: { type: 'http', scheme: 'bearer', description: 'The token from pairing' },
        pairing: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'Pairing <pollToken>' },
      },
    },
    paths: {
      '/pairings': {
        post: operation('Ask to be paired', {
          body: pairingRequest,
          answers: { 201: answer('A code to show, for ten minutes', begun) },
          problems: [400, 413, 429],
        }),
      },
      '/pairings/me': {
        get: operation('How the pairing stands', {
          security: [{ pairing: [] }],
          answers: { 200: answer('Confirmed', paired), 202: answer('Not confirmed yet', pending) },
          problems: [401, 410],
        }),
      },
      '/manifest': {
        get: operation('What to play', {
          security: byToken,
          parameters: [{ name: 'If-None-Match', in: 'header', schema: { type: 'string' } }],
          answers: {
            200: {
              ...answer('The manifest', manifestSchema),
              headers: {
                ETag: { schema: { type: 'string' } },
                'Manifest-Signature': {
                  schema: { type: 'string' },
                  description: 'Compact JWS (RFC 7515, EdDSA)',
                },
              },
            },
            304: { description: 'Unchanged' },
          },
          problems: [401, 503],
        }),
      },
      '/heartbeat': {
        post: operation('How the display is', {
          security: byToken,
          body: heartbeat,
          answers: { 200: answer('Its name, and commands as JWS', heartbeatAnswer) },
          problems: [400, 401, 413],
        }),
      },
      '/plays': {
        post: operation('What was played', {
          security: byToken,
          body: sentPlays,
          answers: { 200: answer('The plays are durable', playsAnswer) },
          problems: [400, 401, 413],
        }),
      },
      '/keys': {
        get: operation('The public keys of this installation', {
          answers: { 200: answer('Keys', z.object({ keys })) },
        }),
      },
    },
  }
}

type Operation = {
  answers: Record<number, Json>
  body?: z.ZodType
  problems?: number[]
  security?: Json[]
  parameters?: Json[]
}

function operation(
  summary: string,
  { answers, body, problems = [], security = [], parameters }: Operation,
): Json {
  return {
    summary,
    security,
    ...(parameters ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: json(body, 'input') } } : {}),
    responses: { ...answers, ...Object.fromEntries(problems.map((status) => [status, problem])) },
  }
}

function answer(description: string, schema: z.ZodType): Json {
  return { description, content: json(schema, 'output') }
}

function json(schema: z.ZodType, io: 'input' | 'output'): Json {
  return { 'application/json': { schema: z.toJSONSchema(schema, { io }) } }
}
