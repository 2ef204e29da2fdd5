import type { JSX } from 'preact'
import { type InstrumentChanges, nextVersion, stepOf } from '#domain/content-changes.ts'
import type { Draft } from '#domain/draft.ts'
import { SUMMARY_LENGTH } from '#domain/publication.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { House } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { STEP_WORDS } from '#words/change-words.ts'
import { isoDate } from '#words/dutch.ts'
import type { TypedPublication } from './typed-publication.ts'

/** What is decided when a draft is published: what to say of it, who goes along, and when. */
export function DecidePart({
  draft,
  current,
  found,
  typed,
  house,
}: {
  draft: Draft
  current: PublishedInstrument
  found: InstrumentChanges
  typed: TypedPublication
  house: Pick<House, 'clock' | 'needsFourEyes'>
}): JSX.Element {
  const { version } = current.structure
  return (
    <section class="stack" aria-labelledby="publiceren">
      <h2 id="publiceren">Publiceren</h2>
      <p>
        {`Nu is het versie ${version}. ${
          found.reworded.length > 0
            ? `Het nummer volgt uit wat je hierboven kiest: alleen spelling wordt ${nextVersion(version, 'spelling')}, andere woorden of tips ${nextVersion(version, 'wording')}, een andere vraag ${nextVersion(version, 'meaning')}.`
            : `Het wordt versie ${nextVersion(version, stepOf(found, {}))}. ${STEP_WORDS[stepOf(found, {})]}`
        }`}
      </p>
      {house.needsFourEyes && (
        <Notice kind="panel">
          Bij jullie kijken er altijd twee. Wie aan deze wijziging meeschreef, kan haar niet zelf publiceren.
        </Notice>
      )}
      <TextAreaField
        name="samenvatting"
        label="Wat is er veranderd, in een of twee zinnen?"
        hint="Iedereen kan dit lezen, bij de versies van het instrument."
        value={typed.summary}
        rows={3}
        maxLength={SUMMARY_LENGTH.most}
      />
      <CheckboxField
        name="verhuizen"
        label="Laat scans die nog niet af zijn verdergaan met de nieuwe teksten"
        description="Dat gebeurt alleen als geen vraag van betekenis verandert. Antwoorden blijven wat ze zijn. Scans in een groep gaan altijd verder in hun eigen versie."
        isChecked={typed.movesScans}
      />
      <RadioGroup
        name="wanneer"
        legend="Wanneer?"
        options={[
          { value: 'nu', label: 'Nu meteen' },
          {
            value: 'later',
            label: 'Op een moment dat ik kies',
            description: 'Vul hieronder de dag en de tijd in.',
          },
        ]}
        chosen={typed.when === 'now' ? 'nu' : 'later'}
      />
      <TextField name="dag" label="Dag" type="date" value={typed.day} least={isoDate(house.clock())} />
      <TextField name="tijd" label="Tijd" hint="Zoals 09:00, in Nederland." value={typed.time} />
      <div class="buttons">
        <Button name="doe" value="publiceer">
          Publiceer
        </Button>
        {draft.publishAt && (
          <Button name="doe" value="trek-in" quiet>
            Toch niet publiceren op dat moment
          </Button>
        )}
        <ButtonLink quiet href={urls.draft.to({ draft: draft.id })}>
          Ga terug
        </ButtonLink>
      </div>
    </section>
  )
}
