import type { z } from 'zod'
import type { CheckedFile, KnownProblem, Place, Report } from './finding.ts'

type Issue = z.core.$ZodIssue

/** The data of a file by its schema; without it when something is wrong, which has then been reported. */
export function readChecked<Schema extends z.ZodType>(
  file: CheckedFile,
  schema: Schema,
  manual: string,
  report: Report,
): z.infer<Schema> | undefined {
  for (const { line, message } of file.errors) report({ line }, message, remedyForYaml(message))
  if (file.errors.length > 0) return undefined
  const reading = schema.safeParse(file.data)
  if (reading.success) return reading.data
  for (const issue of reading.error.issues) {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
    const { place, problem, remedy } = explain(issue, path, manual)
    report(place, `${nameOf(file.data, place)}: ${problem}`, remedy, knownFrom(issue))
  }
  return undefined
}

/** By far the most common slip: a colon inside a text that stands without quotes. */
function remedyForYaml(message: string): string {
  return /nested mappings|compact mapping|implicit key|unexpected scalar/i.test(message)
    ? 'a text with a colon or a quote in it goes between "quotes", or on the lines after >-'
    : 'mend the YAML; look at the quotes and at the spaces at the start of the line'
}

function explain(
  issue: Issue,
  path: Place,
  manual: string,
): { place: Place; problem: string; remedy: string } {
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        place: [...path, issue.keys[0] ?? ''],
        problem: `there is no field called ${issue.keys.map((key) => `"${key}"`).join(', ')}`,
        remedy: 'mend its spelling, or remove it',
      }
    case 'invalid_type':
      return { place: path, ...explainType(issue.expected, issue.message) }
    case 'too_big':
      return {
        place: path,
        problem: `there is too much: at most ${issue.maximum} ${unitOf(issue.origin)}`,
        remedy: 'make it shorter',
      }
    case 'too_small':
      return {
        place: path,
        problem: `there is too little: at least ${issue.minimum} ${unitOf(issue.origin)}`,
        remedy: 'write it, or add one',
      }
    default:
      return { place: path, problem: issue.message, remedy: `see ${manual}` }
  }
}

/** What people can cause with a text of their own. */
function knownFrom(issue: Issue): KnownProblem | undefined {
  if (issue.code === 'too_small' && issue.origin === 'string') return { code: 'missing' }
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return { code: 'too-long', most: Number(issue.maximum) }
  }
  return undefined
}

function explainType(expected: string, message: string): { problem: string; remedy: string } {
  if (/received undefined/.test(message)) return { problem: 'it is missing', remedy: 'add it' }
  if (expected === 'string' && /received (number|boolean)/.test(message)) {
    return { problem: 'it is a number or a yes/no, and should be a text', remedy: 'put it between "quotes"' }
  }
  return { problem: message, remedy: `it should be of the kind ${expected}` }
}

function unitOf(origin: string): string {
  if (origin === 'string') return 'characters'
  return origin === 'array' ? 'items' : 'as a number'
}

/** "clusters.werk.statements.p01.tips": the ids where there are any, because nobody counts from zero. */
function nameOf(data: unknown, place: Place): string {
  const names: (string | number)[] = []
  let inner: unknown = data
  for (const part of place) {
    inner = isRecord(inner) ? inner[String(part)] : undefined
    const id = isRecord(inner) && typeof part === 'number' ? inner.id : undefined
    names.push(typeof id === 'string' ? id : typeof part === 'number' ? part + 1 : part)
  }
  return names.join('.') || 'the file'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
