import { expect, test } from 'vitest'
import { databaseIsAway } from '#database/failures.ts'

const failure = (message: string, code?: string) => Object.assign(new Error(message), code && { code })

test.each([
  ['the server is not there', failure('connect', 'ECONNREFUSED')],
  ['its socket is not there', failure('connect ENOENT /run/postgresql/.s.PGSQL.5432', 'ENOENT')],
  ['the connection broke', failure('Connection terminated unexpectedly')],
  ['the pool is exhausted', failure('timeout exceeded when trying to connect')],
  ['the server does not answer', failure('Query read timeout')],
  ['the server is stopped by its administrator', failure('terminating connection', '57P01')],
  ['the server is starting', failure('the database system is starting up', '57P03')],
  ['the server has no connections left', failure('too many clients', '53300')],
  ['the disk is full', failure('could not extend file', '53100')],
  ['a query takes too long', failure('canceling statement due to statement timeout', '57014')],
  ['two transactions wait for each other', failure('deadlock detected', '40P01')],
  ['it is wrapped', new Error('saving failed', { cause: failure('connect', 'ECONNRESET') })],
])('the database is away when %s', (_, error) => {
  expect(databaseIsAway(error)).toBe(true)
})

test.each([
  ['a file of ours is missing', failure("ENOENT: no such file or directory, open 'x'", 'ENOENT')],
  ['a query is wrong', failure('relation does not exist', '42P01')],
  ['a rule of the tables is broken', failure('violates check constraint', '23514')],
  ['our own code is wrong', new TypeError('undefined is not a function')],
  ['it is not an error at all', 'ECONNREFUSED'],
])('the database is not away when %s', (_, error) => {
  expect(databaseIsAway(error)).toBe(false)
})
