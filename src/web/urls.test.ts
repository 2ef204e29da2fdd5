import { expect, test } from 'vitest'
import { urls } from './urls.ts'

test('these are all the addresses: changing one asks for a redirect, a decision and a line in the changelog', () => {
  expect(Object.values(urls).map(({ pattern }) => pattern)).toMatchInlineSnapshot()
})

test('a value cannot step out of its place in an address', () => {
  expect(urls.scanCluster.to({ scan: '../beheer', cluster: 'a/b?c#d' })).toBe(
    '/scans/..%2Fbeheer/a%2Fb%3Fc%23d',
  )
})
