import { type ContentPlace, ORDER } from '#domain/content-tree.ts'
import { statementIds } from '#domain/instrument-ids.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import { capitalised } from './dutch.ts'
import { wordsFor } from './statement-words.ts'

/** The language that names come from. */
const LANGUAGE = 'nl'

/** Where a text stands, as somebody would say it: "Stelling 3: de uitleg". */
export function placeInWords(content: PublishedInstrument, place: ContentPlace): string {
  const [root, ...rest] = place
  if (root === 'structure') return structureInWords(content, rest)
  if (root !== 'texts') return place.join(' › ')
  const [language = '', ...names] = rest
  if (names.length === 0) return `Alle teksten in het ${languageInWords(language)}`
  const where = textInWords(content, names)
  return language === LANGUAGE ? where : `${where} (${languageInWords(language)})`
}

/** "Engels" */
export function languageInWords(code: string): string {
  return new Intl.DisplayNames('nl', { type: 'language' }).of(code) ?? code
}

/** "Stelling 3" */
export function statementInWords(content: PublishedInstrument, id: string): string {
  const number = statementIds(content).indexOf(id) + 1
  const { one } = wordsFor(content.structure)
  return number > 0 ? `${capitalised(one)} ${number}` : `${capitalised(one)} ${id}`
}

function textInWords(content: PublishedInstrument, names: readonly string[]): string {
  const [part = '', id = '', field = '', inner = ''] = names
  if (part === 'statements')
    return `${statementInWords(content, id)}: ${ofStatement(content, id, field, inner)}`
  if (part === 'clusters') return `${clusterInWords(content, id)}: ${ofCluster(content, field, inner)}`
  if (part === 'answers')
    return `Antwoord “${answerInWords(content, id)}”: ${field === 'label' ? 'de naam' : 'wat het betekent'}`
  if (part === 'bands') return `Uitkomst “${id}”: ${field === 'label' ? 'de naam' : 'de tekst'}`
  if (part === 'roles') return `Functie “${id}”: ${field === 'label' ? 'de naam' : 'de uitleg'}`
  if (part === 'organisationKinds')
    return `Soort organisatie “${id}”: ${field === 'label' ? 'de naam' : 'de uitleg'}`
  return `Algemeen: ${GENERAL[part] ?? part}`
}

/** The texts about the instrument as a whole. */
export const GENERAL: Record<string, string> = {
  title: 'de titel',
  shortTitle: 'de korte titel',
  question: 'de vraag op de voorpagina',
  summary: 'de samenvatting',
  audience: 'voor wie het is',
  purpose: 'waar het voor is',
  roleReason: 'waarom we naar de functie vragen',
  origin: 'waar het op rust',
  interpretation: 'hoe je het resultaat leest',
  conversation: 'hoe je erover praat',
}

function ofStatement(content: PublishedInstrument, id: string, field: string, inner: string): string {
  if (field === 'statement')
    return `de ${wordsFor(content.structure).one === 'punt' ? 'tekst' : 'stelling zelf'}`
  if (field === 'explanation') return 'de uitleg'
  if (field === 'topic') return 'het onderwerp'
  if (field === 'answers') return inner ? `het antwoord “${answerInWords(content, inner)}”` : 'de antwoorden'
  if (field === 'tips') return inner ? tipInWords(content, id, inner) : 'de tips'
  return 'alle teksten'
}

const CLUSTER_FIELDS: Record<string, string> = {
  title: 'de titel',
  about: 'waar het over gaat',
  introduction: 'de inleiding',
  strength: 'wat er sterk aan is',
  growth: 'waar ruimte zit',
  unknown: 'als er te weinig bekend is',
}

function ofCluster(content: PublishedInstrument, field: string, inner: string): string {
  if (field === 'feedback') return `de reactie bij “${content.texts[LANGUAGE]?.bands[inner]?.label ?? inner}”`
  if (field === 'groups') return `het kopje “${inner}”`
  return CLUSTER_FIELDS[field] ?? 'alle teksten'
}

function structureInWords(content: PublishedInstrument, names: readonly string[]): string {
  const [part = '', id = '', field = '', statement = '', , tip = '', setting = ''] = names
  if (part === 'sources')
    return id === ORDER ? 'De volgorde van de bronnen' : `Bron “${sourceTitle(content, id)}”`
  if (part === 'minutes') return 'Algemeen: hoe lang het duurt'
  if (part === 'clusters' && field === 'statements' && tip) {
    const where = statementInWords(content, statement)
    if (tip === ORDER) return `${where}: de volgorde van de tips`
    if (setting === 'fits')
      return `${where}: bij welke antwoorden ${tipInWords(content, statement, tip)} hoort`
    if (setting === 'sources') return `${where}: de bronnen bij ${tipInWords(content, statement, tip)}`
    return `${where}: voor wie ${tipInWords(content, statement, tip)} is, en waar hij op rust`
  }
  if (part === 'clusters' && field === 'statements' && statement)
    return `${statementInWords(content, statement)}: de opbouw`
  return `De opbouw: ${names.join(' › ')}`
}

/** "tip 2"; of one that is not in this content, its id. */
export function tipInWords(content: PublishedInstrument, statement: string, tip: string): string {
  const found = content.structure.clusters
    .flatMap(({ statements }) => statements)
    .find(({ id }) => id === statement)
  const number = (found?.tips.findIndex(({ id }) => id === tip) ?? -1) + 1
  return number > 0 ? `tip ${number}` : `tip ${tip}`
}

export function answerInWords(content: PublishedInstrument, id: string): string {
  return content.texts[LANGUAGE]?.answers[id]?.label ?? id
}

export function clusterInWords(content: PublishedInstrument, id: string): string {
  return `Onderdeel ${content.texts[LANGUAGE]?.clusters[id]?.title ?? id}`
}

function sourceTitle({ structure }: PublishedInstrument, id: string): string {
  return structure.sources.find((source) => source.id === id)?.title ?? id
}
