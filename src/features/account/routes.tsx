import type { Router } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { answerAddress, confirmAddress, showAddress, showConfirmAddress } from './address.tsx'
import { answerAuthenticator, showAuthenticator } from './authenticator.tsx'
import { answerClaim, showClaim } from './claim.tsx'
import { downloadData, showData } from './data.tsx'
import { answerEraseAccount, showEraseAccount } from './erase.tsx'
import { askNewPassword, resetPassword, showForgotPassword, showResetPassword } from './forgot-password.tsx'
import { showMailSent } from './mail-sent.tsx'
import { answerFromOrganisation, startAtOrganisation } from './organisation.tsx'
import { answerOrganisation, showOrganisation } from './organisation-link.tsx'
import { showAccount } from './overview.tsx'
import { answerOwnPasskey, showPasskey } from './passkey.tsx'
import { answerPasskey, askPasskey } from './passkey-sign-in.tsx'
import { answerNewPasskey, askNewPasskey, showPasskeys } from './passkeys.tsx'
import { answerPassword, showPassword } from './password.tsx'
import { showPasswordStrength } from './password-strength.ts'
import { answerProfile, showProfile } from './profile.tsx'
import { answerProve, showProve } from './prove.tsx'
import { answerRecoveryCodes, showRecoveryCodes } from './recovery-codes.tsx'
import { answerRecoveryStep, answerSecondStep, showRecoveryStep, showSecondStep } from './second-step.tsx'
import { showSecurity } from './security.tsx'
import { answerSessions, showSessions } from './sessions.tsx'
import { answerSignIn, answerSignOut, showSignIn } from './sign-in.tsx'
import { askSignUp, confirmSignUp, showConfirm, showSignUp } from './sign-up.tsx'

/** An account of one's own, from the first mail to the last. */
export function accountRoutes(router: Router): void {
  router.get(urls.signUp.pattern, showSignUp)
  router.post(urls.signUp.pattern, askSignUp)
  router.get(urls.confirmSignUp.pattern, showConfirm)
  router.post(urls.confirmSignUp.pattern, confirmSignUp)
  router.get(urls.signIn.pattern, showSignIn)
  router.post(urls.signIn.pattern, answerSignIn)
  router.get(urls.secondStep.pattern, showSecondStep)
  router.post(urls.secondStep.pattern, answerSecondStep)
  router.get(urls.secondStepRecovery.pattern, showRecoveryStep)
  router.post(urls.secondStepRecovery.pattern, answerRecoveryStep)
  router.post(urls.passkeyQuestion.pattern, askPasskey)
  router.post(urls.passkeySignIn.pattern, answerPasskey)
  router.post(urls.organisationSignIn.pattern, startAtOrganisation)
  router.get(urls.organisationAnswer.pattern, answerFromOrganisation)
  router.post(urls.signOut.pattern, answerSignOut)
  router.get(urls.forgotPassword.pattern, showForgotPassword)
  router.post(urls.forgotPassword.pattern, askNewPassword)
  router.get(urls.resetPassword.pattern, showResetPassword)
  router.post(urls.resetPassword.pattern, resetPassword)
  router.get(urls.mailSent.pattern, showMailSent)
  router.put(urls.passwordStrength.pattern, showPasswordStrength)
  router.get(urls.prove.pattern, showProve)
  router.post(urls.prove.pattern, answerProve)
  router.get(urls.account.pattern, showAccount)
  router.get(urls.accountPassword.pattern, showPassword)
  router.post(urls.accountPassword.pattern, answerPassword)
  router.get(urls.accountAddress.pattern, showAddress)
  router.post(urls.accountAddress.pattern, answerAddress)
  router.get(urls.confirmAddress.pattern, showConfirmAddress)
  router.post(urls.confirmAddress.pattern, confirmAddress)
  router.get(urls.accountSecurity.pattern, showSecurity)
  router.get(urls.accountAuthenticator.pattern, showAuthenticator)
  router.post(urls.accountAuthenticator.pattern, answerAuthenticator)
  router.get(urls.accountRecoveryCodes.pattern, showRecoveryCodes)
  router.post(urls.accountRecoveryCodes.pattern, answerRecoveryCodes)
  router.get(urls.accountPasskeys.pattern, showPasskeys)
  router.post(urls.accountPasskeys.pattern, answerNewPasskey)
  router.post(urls.accountPasskeyQuestion.pattern, askNewPasskey)
  router.get(urls.accountPasskey.pattern, showPasskey)
  router.post(urls.accountPasskey.pattern, answerOwnPasskey)
  router.get(urls.accountOrganisation.pattern, showOrganisation)
  router.post(urls.accountOrganisation.pattern, answerOrganisation)
  router.get(urls.accountSessions.pattern, showSessions)
  router.post(urls.accountSessions.pattern, answerSessions)
  router.get(urls.accountProfile.pattern, showProfile)
  router.post(urls.accountProfile.pattern, answerProfile)
  router.get(urls.accountData.pattern, showData)
  router.get(urls.accountDataFile.pattern, downloadData)
  router.get(urls.accountErase.pattern, showEraseAccount)
  router.post(urls.accountErase.pattern, answerEraseAccount)
  router.get(urls.accountClaim.pattern, showClaim)
  router.post(urls.accountClaim.pattern, answerClaim)
}
