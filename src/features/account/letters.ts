import { findAccount, findAccountByAddress } from '#database/accounts.ts'
import { saveMailProof } from '#database/mail-proofs.ts'
import { MAIL_PROOF_MINUTES, type MailProofPurpose, mailProofExpiry } from '#domain/account.ts'
import { parseEmailAddress } from '#domain/email-address.ts'
import type { AccountMailKind, Letter, MailRequest } from '#domain/letter.ts'
import { letter } from '#web/letter.tsx'
import { type Desk, type LetterWriter, linkTo } from '#web/letter-writer.ts'
import { urls } from '#web/urls.ts'
import { ACCOUNT_WARNINGS } from './warnings.ts'

const HOW_LONG = `De link werkt ${MAIL_PROOF_MINUTES} minuten en maar één keer.`
const NOT_YOU = 'Vroeg jij dit niet? Dan hoef je niets te doen. Er verandert niets.'
const NOT_YOU_DONE =
  'Deed jij dit niet? Kies dan meteen een nieuw wachtwoord en bekijk op welke apparaten je bent ingelogd.'

/**
 * Writes the letter that was asked for, at the moment that it is sent: only here does it turn out whether
 * somebody has this address, and only here is the link made that the letter holds.
 */
export const ACCOUNT_LETTERS: Record<AccountMailKind, LetterWriter> = {
  'sign-up': async (desk, request) => {
    const address = parseEmailAddress(request.address)
    if (!address) return null
    if (await findAccountByAddress(desk.db, address.key)) {
      return letter({
        to: request.address,
        subject: 'Je hebt al een account bij QuickScan',
        lines: [
          'Iemand vroeg een account aan met dit adres. Waarschijnlijk was jij dat.',
          'Met dit adres is er al een account. Je kunt meteen inloggen.',
        ],
        action: { label: 'Log in', href: linkTo(desk, urls.signIn.to()) },
        closing: [
          `Weet je je wachtwoord niet meer? Kies een nieuw wachtwoord op ${linkTo(desk, urls.forgotPassword.to())}`,
          NOT_YOU,
        ],
      })
    }
    return letter({
      to: request.address,
      subject: 'Maak je account bij QuickScan',
      lines: ['Je vroeg een account aan bij QuickScan. Open de link en kies een wachtwoord.', HOW_LONG],
      action: {
        label: 'Kies een wachtwoord',
        href: await proofLink(desk, 'sign-up', urls.confirmSignUp.to(), request, null),
      },
      closing: [NOT_YOU],
    })
  },

  'reset-password': async (desk, request) => {
    const address = parseEmailAddress(request.address)
    if (!address) return null
    const account = await findAccountByAddress(desk.db, address.key)
    if (!account) {
      return letter({
        to: request.address,
        subject: 'Geen account met dit adres bij QuickScan',
        lines: [
          'Iemand vroeg een nieuw wachtwoord voor dit adres. Met dit adres is er geen account.',
          'Misschien gebruik je bij QuickScan een ander adres. Je kunt ook een account maken.',
        ],
        action: { label: 'Maak een account', href: linkTo(desk, urls.signUp.to()) },
        closing: [NOT_YOU],
      })
    }
    return letter({
      to: account.address,
      subject: 'Kies een nieuw wachtwoord voor QuickScan',
      lines: ['Je vroeg een nieuw wachtwoord aan. Open de link om er een te kiezen.', HOW_LONG],
      action: {
        label: 'Kies een nieuw wachtwoord',
        href: await proofLink(desk, 'reset-password', urls.resetPassword.to(), request, account.id),
      },
      closing: [`${NOT_YOU} Je oude wachtwoord blijft gelden.`],
    })
  },

  'choose-password': async (desk, request) => {
    const account = request.accountId ? await findAccount(desk.db, request.accountId) : undefined
    if (!account) return null
    return letter({
      to: account.address,
      subject: 'Je account bij QuickScan staat klaar',
      lines: [
        'Er is voor jou een account gemaakt om QuickScan te beheren. Kies eerst een wachtwoord.',
        HOW_LONG,
        'Daarna stel je een tweede stap in bij het inloggen. Zonder die stap kun je niets beheren.',
      ],
      action: {
        label: 'Kies een wachtwoord',
        href: await proofLink(desk, 'reset-password', urls.resetPassword.to(), request, account.id),
      },
    })
  },

  'change-address': async (desk, request) => {
    const address = parseEmailAddress(request.address)
    const account = request.accountId ? await findAccount(desk.db, request.accountId) : undefined
    if (!address || !account) return null
    const holder = await findAccountByAddress(desk.db, address.key)
    if (holder && holder.id !== account.id) {
      return letter({
        to: request.address,
        subject: 'Dit adres hoort al bij een account van QuickScan',
        lines: [
          'Iemand wil dit adres bij een account van QuickScan zetten. Dat kan niet: er is al een ander account met dit adres.',
        ],
        action: { label: 'Log in', href: linkTo(desk, urls.signIn.to()) },
        closing: [NOT_YOU],
      })
    }
    return letter({
      to: request.address,
      subject: 'Bevestig je nieuwe adres voor QuickScan',
      lines: [
        'Je wilt dit adres gebruiken voor je account bij QuickScan. Bevestig dat met de link.',
        HOW_LONG,
      ],
      action: {
        label: 'Bevestig mijn nieuwe adres',
        href: await proofLink(desk, 'change-address', urls.confirmAddress.to(), request, account.id),
      },
      closing: [NOT_YOU],
    })
  },

  'address-changed': async (desk, { address }) =>
    letter({
      to: address,
      subject: 'Het adres van je account is veranderd',
      lines: [
        'Je account bij QuickScan heeft nu een ander e-mailadres. Op dit adres krijg je geen mail meer.',
        'Deed jij dit niet? Neem dan meteen contact op met wie QuickScan bij jullie beheert.',
      ],
      // Not to the account: with this address nobody can sign in any more.
      action: { label: 'Neem contact op', href: linkTo(desk, urls.contact.to()) },
    }),

  'password-changed': (desk, { address }) =>
    tell(desk, address, 'Je wachtwoord is veranderd', [
      'Het wachtwoord van je account bij QuickScan is net veranderd. Op andere apparaten ben je uitgelogd.',
      NOT_YOU_DONE,
    ]),

  'second-factor-changed': (desk, { address }) =>
    tell(desk, address, 'Je manier van inloggen is veranderd', [
      'Bij je account van QuickScan is iets veranderd aan de manier waarop je inlogt.',
      NOT_YOU_DONE,
      'Haal daarna bij Inloggen en beveiliging weg wat je niet kent. Een nieuw wachtwoord doet dat niet vanzelf.',
    ]),

  'recovery-code-used': (desk, { address }) =>
    tell(desk, address, 'Er is ingelogd met een herstelcode', [
      'Iemand logde in bij je account van QuickScan met een herstelcode. Die code werkt nu niet meer.',
      NOT_YOU_DONE,
    ]),

  'account-warning': (desk, request) => warn(desk, request, 'first'),
  'account-last-warning': (desk, request) => warn(desk, request, 'last'),

  'account-erased': async (desk, { address }) =>
    letter({
      to: address,
      subject: 'Je account bij QuickScan is gewist',
      lines: [
        'Je account is gewist, met al je scans, antwoorden en notities. Dit is de laatste mail die je van ons krijgt.',
        'Wil je later weer meedoen? Dan maak je gewoon een nieuw account.',
      ],
      action: { label: 'Naar QuickScan', href: linkTo(desk, urls.home.to()) },
    }),
}

async function warn(desk: Desk, request: MailRequest, which: keyof typeof ACCOUNT_WARNINGS) {
  const account = request.accountId ? await findAccount(desk.db, request.accountId) : undefined
  // Whoever came back in the meantime need not be warned.
  if (!account || account.warnings === 0) return null
  const { subject, lines } = ACCOUNT_WARNINGS[which]
  return letter({
    to: account.address,
    subject,
    lines,
    action: { label: 'Log in en houd mijn account', href: linkTo(desk, urls.signIn.to()) },
    closing: ['Wil je niets bewaren? Dan hoef je niets te doen.'],
  })
}

async function tell(desk: Desk, to: string, subject: string, lines: string[]): Promise<Letter> {
  return letter({
    to,
    subject,
    lines,
    action: { label: 'Naar mijn account', href: linkTo(desk, urls.account.to()) },
  })
}

async function proofLink(
  { db, clock, secrets, site }: Desk,
  purpose: MailProofPurpose,
  path: string,
  { address }: MailRequest,
  accountId: string | null,
): Promise<string> {
  const token = secrets.createToken()
  const expiresAt = mailProofExpiry(clock())
  await saveMailProof(db, { tokenHash: secrets.hash(token), purpose, accountId, address, expiresAt })
  return `${site.linkBase}${path}?bewijs=${token}`
}
