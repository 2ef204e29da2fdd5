import { createOrganisationSignIn } from '#platform/organisation-sign-in.ts'
import { accountStates, OF_AN_ACCOUNT } from './account-states.ts'
import { lookAtStates } from './states.ts'

lookAtStates({
  what: 'an account, and of a plan of one’s own',
  isOf: OF_AN_ACCOUNT,
  noPages: ['accountDataFile', 'scanPlanPdf', 'scanPlanText', 'scanPlanCsv', 'scanPlanCalendar'],
  make: ({ app }) => {
    // A provider that is away: what somebody sees then is a page too.
    app.house.organisationSignIn = createOrganisationSignIn({
      issuer: 'http://127.0.0.1:9',
      clientId: 'quickscan',
      clientSecret: 'geheim',
      allowInsecure: true,
    })
    return accountStates(app)
  },
})
