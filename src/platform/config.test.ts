import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

const PROVIDER = {
  OIDC_ISSUER: 'https://inloggen.voorbeeld.nl',
  OIDC_CLIENT_ID: 'quickscan',
  OIDC_CLIENT_SECRET: 'geheim',
}

describe('the configuration', () => {
  test('needs nothing to start on a laptop', () => {
    expect(readConfig({})).toMatchObject({
      ok: true,
      config: { PORT: 3000, HOST: 'localhost', DATA_DIR: './data', MIN_GROUP: 5, TRUSTED_PROXIES: 0 },
    })
  })

  test('an empty variable counts as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ ok: true, config: { PORT: 3000 } })
  })

  test.each([
    ['a port that is not one', { PORT: 'drie' }, 'PORT'],
    ['a database of another kind', { DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL'],
    ['production without an address', { NODE_ENV: 'production' }, 'PUBLIC_URL'],
    ['a group that is too small to hide in', { MIN_GROUP: '3' }, 'MIN_GROUP'],
    ['a group that nobody ever fills', { MIN_GROUP: '1000000' }, 'MIN_GROUP'],
    ['a group size that is no whole number', { MIN_GROUP: '5.5' }, 'MIN_GROUP'],
    ['a group size below nothing', { MIN_GROUP: '-5' }, 'MIN_GROUP'],
    ['a group size that is not a number', { MIN_GROUP: 'veel' }, 'MIN_GROUP'],
    ['mail without a sender', { SMTP_URL: 'smtp://localhost' }, 'MAIL_FROM'],
    ['sign-in over an open line', { OIDC_ISSUER: 'http://voorbeeld.nl' }, 'OIDC_ISSUER'],
    [
      'sign-in at an organisation without a secret',
      { ...PROVIDER, OIDC_CLIENT_SECRET: '' },
      'OIDC_CLIENT_SECRET',
    ],
    ['an address that is none', { CONTACT_EMAIL: 'bel maar' }, 'CONTACT_EMAIL'],
  ])('refuses %s', (_, variables, name) => {
    const reading = readConfig(variables)
    expect(reading.ok).toBe(false)
    if (!reading.ok) expect(reading.errors.join('\n')).toContain(name)
  })

  test('lists everything that is wrong at once', () => {
    const reading = readConfig({ PORT: 'x', MIN_GROUP: '1', LOG_LEVEL: 'hard' })
    expect(reading.ok ? 0 : reading.errors.length).toBe(3)
  })

  test('takes a provider whole', () => {
    expect(readConfig(PROVIDER)).toMatchObject({ ok: true, config: PROVIDER })
  })

  test('takes a secret from a file, but not from two places', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'quickscan-config-')), 'database-url')
    writeFileSync(file, 'postgres://localhost/quickscan\n')
    expect(readConfig({ DATABASE_URL_FILE: file })).toMatchObject({
      ok: true,
      config: { DATABASE_URL: 'postgres://localhost/quickscan' },
    })
    expect(readConfig({ DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://localhost/x' }).ok).toBe(false)
    expect(readConfig({ DATABASE_URL_FILE: '/bestaat/niet' }).ok).toBe(false)
  })
})
