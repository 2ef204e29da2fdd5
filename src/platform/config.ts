import { readFileSync } from 'node:fs'
import { z } from 'zod'

const hops = z.coerce.number().int().min(0).max(10)
const flagOf = (name: string) =>
  z.enum(['development', 'production', 'test'], `${name} is development, production or test`)

const environment = z
  .object({
    NODE_ENV: flagOf('NODE_ENV').default('development'),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().min(1).default('localhost'),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    DATA_DIR: z.string().min(1).default('./data'),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().min(3).optional(),
    OIDC_ISSUER: z.url({ protocol: /^https$/ }).optional(),
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    TRUSTED_PROXIES: hops.default(0),
    THEME_CSS: z.string().min(1).optional(),
    THEME_CLASS: z
      .string()
      .regex(/^[\w-]+( [\w-]+)*$/)
      .optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    MIN_GROUP: z.coerce
      .number()
      .int()
      .min(4, 'MIN_GROUP is never under 4')
      .max(1_000, 'MIN_GROUP above 1000 would tell nobody anything')
      .default(5),
    CONTACT_EMAIL: z.email().optional(),
    FOUR_EYES: z.enum(['on', 'off'], 'FOUR_EYES is on or off').default('off'),
    CHECK_LINKS: z.enum(['on', 'off'], 'CHECK_LINKS is on or off').default('off'),
  })
  .superRefine((values, context) => {
    if (values.NODE_ENV === 'production' && !values.PUBLIC_URL) {
      context.addIssue({
        code: 'custom',
        path: ['PUBLIC_URL'],
        message: 'required when NODE_ENV is production',
      })
    }
    const provider = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
    if (provider.some((name) => values[name])) {
      for (const name of provider.filter((name) => !values[name])) {
        context.addIssue({ code: 'custom', path: [name], message: 'required when another OIDC_ is set' })
      }
    }
    if (values.SMTP_URL && !values.MAIL_FROM) {
      context.addIssue({ code: 'custom', path: ['MAIL_FROM'], message: 'required when SMTP_URL is set' })
    }
  })

export type Config = z.infer<typeof environment>
export type ConfigReading = { ok: true; config: Config } | { ok: false; errors: string[] }

/** Secrets that may also come from a file, named by the same variable with `_FILE` behind it. */
const SECRETS = ['DATABASE_URL', 'SMTP_URL', 'OIDC_CLIENT_SECRET'] as const

/**
 * Reads the whole configuration at once and lists everything that is wrong with it, so that whoever
 * installs QuickScan mends it in one go. An empty variable counts as absent.
 */
export function readConfig(variables: Record<string, string | undefined>): ConfigReading {
  const errors: string[] = []
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  )
  for (const name of SECRETS) {
    const file = given[`${name}_FILE`]
    if (!file) continue
    if (given[name]) errors.push(`${name}: give ${name} or ${name}_FILE, not both`)
    try {
      given[name] = readFileSync(file, 'utf8').trim()
    } catch {
      errors.push(`${name}_FILE: cannot read ${file}`)
    }
  }
  const reading = environment.safeParse(given)
  if (!reading.success) {
    errors.push(...reading.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  }
  return reading.success && errors.length === 0 ? { ok: true, config: reading.data } : { ok: false, errors }
}
