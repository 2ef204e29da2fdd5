import { expect, test } from 'vitest'
import { urls } from './urls.ts'

test('these are all the addresses: changing one asks for a redirect, a decision and a line in the changelog', () => {
  expect(Object.values(urls).map(({ pattern }) => pattern)).toMatchInlineSnapshot(`
    [
      "/",
      "/meer-informatie",
      "/privacy",
      "/toegankelijkheid",
      "/colofon",
      "/contact",
      "/instrumenten",
      "/instrumenten/:instrument",
      "/instrumenten/:instrument/stellingen",
      "/bibliotheek",
      "/bibliotheek/:entry",
      "/bibliotheek/:entry/:chapter",
      "/scans",
      "/scans/hervatten",
      "/scans/:scan",
      "/scans/:scan/achtergrond",
      "/scans/:scan/antwoorden/:statement",
      "/scans/:scan/controle",
      "/scans/:scan/afronden",
      "/scans/:scan/heropenen",
      "/scans/:scan/hervatcode",
      "/scans/:scan/wissen",
      "/scans/:scan/resultaat",
      "/scans/:scan/:cluster",
      "/assets/:version/:file",
      "/livez",
      "/readyz",
      "/.well-known/security.txt",
      "/componenten",
    ]
  `)
})

test('a value cannot step out of its place in an address', () => {
  expect(urls.scanCluster.to({ scan: '../beheer', cluster: 'a/b?c#d' })).toBe(
    '/scans/..%2Fbeheer/a%2Fb%3Fc%23d',
  )
})
