import { urls } from '#web/urls.ts'

/** The forms in which a result can be taken along; the first one is the report. */
export function formsOf({ id: scan }: { id: string }) {
  return {
    report: {
      label: 'Rapport (PDF)',
      about: 'Alles op een rij, om te lezen, te printen en te delen.',
      href: urls.scanResultPdf.to({ scan }),
    },
    others: [
      {
        label: 'Tekst om te bewerken (ODT)',
        about: 'Hetzelfde rapport, voor LibreOffice of Word.',
        href: urls.scanResultText.to({ scan }),
      },
      {
        label: 'Rekenblad (ODS)',
        about: 'Je antwoorden en scores, voor LibreOffice of Excel.',
        href: urls.scanResultSheets.to({ scan }),
      },
      {
        label: 'Gegevens (CSV)',
        about: 'Je antwoorden als tabel, voor andere programma’s.',
        href: urls.scanResultCsv.to({ scan }),
      },
    ],
  }
}
