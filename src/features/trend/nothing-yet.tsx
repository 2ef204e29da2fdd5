import type { JSX } from 'preact'
import type { Instrument } from '#domain/instrument.ts'
import type { TrendMoment } from '#domain/trend.ts'
import { ButtonLink } from '#ui/button.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { urls } from '#web/urls.ts'
import { dutchDate } from '#words/dutch.ts'

/** What there is to do before there is a trend. */
export function NothingYet({
  instrument,
  only,
}: {
  instrument: Instrument
  /** The one scan that was finished, if any. */
  only: TrendMoment | undefined
}): JSX.Element {
  return (
    <div class="wrap page stack narrow">
      <PageHeading
        kicker={instrument.texts.title}
        title="Een verloop zie je vanaf je tweede scan"
        lead={
          only
            ? `Je rondde er één af, op ${dutchDate(only.finishedAt)}. Doe de scan later nog eens, bijvoorbeeld over een half jaar. Dan zie je hier wat er veranderde.`
            : 'Je hebt deze scan nog niet afgerond. Staat er al een klaar, ga dan verder bij Mijn scans.'
        }
      />
      <div class="buttons">
        {only ? (
          <>
            <ButtonLink href={urls.scanAgain.to({ scan: only.scan })}>Doe de scan opnieuw</ButtonLink>
            <ButtonLink quiet href={urls.scanResult.to({ scan: only.scan })}>
              Bekijk je resultaat
            </ButtonLink>
          </>
        ) : (
          <>
            <ButtonLink href={urls.scans.to()}>Naar Mijn scans</ButtonLink>
            <ButtonLink quiet href={urls.instrument.to({ instrument: instrument.id })}>
              Begin een nieuwe scan
            </ButtonLink>
          </>
        )}
      </div>
    </div>
  )
}
