import type { Cluster } from '#domain/instrument.ts'
import type { SubmittedAnswer } from '#domain/scan.ts'
import type { FormFields } from '#web/body.ts'
import type { View } from './view.ts'

export type ClusterForm = {
  answers: SubmittedAnswer[]
  unknownFields: string[]
  view: View
  /** What the button that was pressed says should come next. */
  next: string
}

/**
 * Names of the fields of one statement. A page says with `was` what it showed. The script that saves in the
 * background adds with `underway` what it sent and heard nothing about before the page was sent.
 */
export function fieldsOf(statement: string) {
  return {
    answer: statement,
    note: `${statement}-notitie`,
    answerWas: `${statement}-was`,
    noteWas: `${statement}-notitie-was`,
    answerUnderway: `${statement}-onderweg`,
    noteUnderway: `${statement}-notitie-onderweg`,
  }
}

export function readClusterForm(cluster: Cluster, form: FormFields): ClusterForm {
  const known = new Set(['daarna', 'weergave', 'stelling'])
  const answers = cluster.statements.flatMap((statement): SubmittedAnswer[] => {
    const names = fieldsOf(statement.id)
    for (const name of Object.values(names)) known.add(name)
    const isOnPage = Object.values(names).some((name) => form.has(name))
    return isOnPage ? [readStatement(statement.id, form)] : []
  })
  const step = cluster.statements.find(({ id }) => id === form.get('stelling'))
  return {
    answers,
    unknownFields: [...form.keys()].filter((name) => !known.has(name)),
    view: form.get('weergave') === 'stap' && step ? { kind: 'step', statement: step.id } : { kind: 'page' },
    next: form.get('daarna') ?? 'volgende',
  }
}

function readStatement(statement: string, form: FormFields): SubmittedAnswer {
  const names = fieldsOf(statement)
  const answer = form.get(names.answer)
  const note = form.get(names.note)
  const answerWas = form.get(names.answerWas)
  const noteWas = form.get(names.noteWas)
  const answerUnderway = form.get(names.answerUnderway)
  const noteUnderway = form.get(names.noteUnderway)
  return {
    statement,
    // A group of radios that nobody touched sends nothing: that is "as it was", not "no answer".
    ...(answer !== undefined && answer !== '' && { answer }),
    ...(note !== undefined && { note }),
    was: {
      ...(answerWas !== undefined && { answer: answerWas === '' ? null : answerWas }),
      ...(noteWas !== undefined && { note: noteWas }),
    },
    underway: {
      ...(answerUnderway !== undefined && { answer: answerUnderway === '' ? null : answerUnderway }),
      ...(noteUnderway !== undefined && { note: noteUnderway }),
    },
  }
}
