import { z } from "zod"
import { partnerPace } from "./admit-partner.server.ts"
import { leadAnswer, leadBody, problemAnswer, programmesAnswer } from "./api-schemas.server.ts"
import { programmesQuery } from "./list-programmes-for-partner.server.ts"

type Json = { [name: string]: unknown }

/** Codes by which each operation may say no, by status. Each is reached by a test. */
const doorRefusals = {
  401: ["partners.key-missing", "partners.key-unknown"],
  403: ["partners.scope-missing"],
  429: ["partners.too-many"],
} as const

export const leadRefusals = {
  400: ["partners.json", "partners.fields", "partners.idempotency-key"],
  ...doorRefusals,
  413: ["partners.too-large"],
  415: ["partners.content-type"],
  422: ["leads.sending-other"],
} as const

export const programmesRefusals = { 400: ["partners.query"], ...doorRefusals } as const

const statusWords: Record<string, string> = {
  400: "Not as documented: the faults are in `errors`, each with its place.",
  401: "No key, or none that is in force.",
  403: "The key may not do this.",
  413: "More than 256 KB.",
  415: "Not `application/json`.",
  422: "This Idempotency-Key came with another body before.",
  429: "Too many requests: wait as long as Retry-After says.",
}

const statusHeaders: Record<string, Json> = {
  401: { "WWW-Authenticate": { schema: { type: "string" }, description: "Bearer." } },
  403: { "WWW-Authenticate": { schema: { type: "string" }, description: "The scope that is missing." } },
  429: { "Retry-After": { schema: { type: "integer" }, description: "Seconds until the next request passes." } },
}

const paceHeaders: Json = {
  "RateLimit-Policy": { schema: { type: "string" }, description: "How many requests in how many seconds." },
  RateLimit: { schema: { type: "string" }, description: "How many are left, and in how many seconds all are again." },
}

/** A schema of ours as OpenAPI 3.1 has it: JSON Schema of 2020-12, without saying so again. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: "draft-2020-12" })
  return rest
}

function refusalsOf(refusals: Readonly<Record<number, readonly string[]>>): Json {
  return Object.fromEntries(
    Object.entries(refusals).map(([status, codes]) => [
      status,
      {
        description: `${statusWords[status] ?? ""} Codes: ${codes.join(", ")}.`,
        ...(statusHeaders[status] === undefined ? {} : { headers: statusHeaders[status] }),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  )
}

const acceptLanguage = {
  name: "Accept-Language",
  in: "header",
  description: "fr, en or ar: the language of the sentences in problems, and of texts where no other is asked for.",
  schema: { type: "string" },
}

/** The document of the partner API, made from the schemas that check and that type its answers. */
export function openApiDocument(publicUrl: string): Json {
  const query = schemaOf(programmesQuery, "input")
  const parts = typeof query["properties"] === "object" && query["properties"] !== null ? Object.entries(query["properties"]) : []
  return {
    openapi: "3.1.0",
    info: {
      title: "Rihla partner API",
      version: "1.0.0",
      description: `For partners of Al Akhawayn University and Mohammed VI Polytechnic University: hand over the candidates who asked you about them, and read their programmes. A desk of either university gives a key. ${partnerPace.requests} requests at once, and as many again each minute. Another method at an address is answered 405 with Allow; what is not documented, such as an unknown field, is refused by name.`,
    },
    servers: [{ url: publicUrl }],
    security: [{ partnerKey: [] }],
    paths: {
      "/api/v1/leads": {
        post: {
          operationId: "makeLead",
          summary: "Hand over a candidate who asked",
          description:
            "Scope leads.write. One person is one person: somebody whom the universities know by the same address and name is joined, never doubled.",
          parameters: [
            acceptLanguage,
            {
              name: "Idempotency-Key",
              in: "header",
              description:
                "Your own name for this request, 1 to 100 visible signs of ASCII. Send it again with the same body until you have an answer: it is taken once, and answered the same.",
              schema: { type: "string", minLength: 1, maxLength: 100, pattern: "^[!-~]+$" },
            },
          ],
          requestBody: { required: true, content: { "application/json": { schema: { $ref: "#/components/schemas/Lead" } } } },
          responses: {
            201: {
              description: "Taken.",
              headers: {
                ...paceHeaders,
                "Idempotent-Replayed": { schema: { type: "string", enum: ["true"] }, description: "It had been taken before." },
              },
              content: { "application/json": { schema: { $ref: "#/components/schemas/LeadAnswer" } } },
            },
            ...refusalsOf(leadRefusals),
          },
        },
      },
      "/api/v1/programmes": {
        get: {
          operationId: "listProgrammes",
          summary: "Programmes with their intakes",
          description: "Scope programmes.read. In the order of the catalogue, a page at a time.",
          parameters: [
            acceptLanguage,
            ...parts.map(([name, schema]) => ({ name, in: "query", schema })),
            { name: "If-None-Match", in: "header", description: "The ETag of what you have.", schema: { type: "string" } },
          ],
          responses: {
            200: {
              description: "A page of programmes.",
              headers: { ...paceHeaders, ETag: { schema: { type: "string" }, description: "Tag of this answer." } },
              content: { "application/json": { schema: { $ref: "#/components/schemas/Programmes" } } },
            },
            304: { description: "Nothing has changed since the ETag you sent." },
            ...refusalsOf(programmesRefusals),
          },
        },
      },
    },
    components: {
      securitySchemes: { partnerKey: { type: "http", scheme: "bearer", description: "The key that a desk gave you." } },
      schemas: {
        Lead: schemaOf(leadBody, "input"),
        LeadAnswer: schemaOf(leadAnswer, "output"),
        Programmes: schemaOf(programmesAnswer, "output"),
        Problem: schemaOf(problemAnswer, "output"),
      },
    },
  }
}
