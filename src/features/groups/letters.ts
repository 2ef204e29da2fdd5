import { findRoundForLetter } from '#database/group-letters.ts'
import { findStandingInvitation } from '#database/invitations.ts'
import type { GroupMailKind, Letter, MailRequest } from '#domain/letter.ts'
import { letter } from '#web/letter.tsx'
import { type Desk, type LetterWriter, linkTo } from '#web/letter-writer.ts'
import { urls } from '#web/urls.ts'
import { lastDayOf } from '#words/group-words.ts'
import { invitationLines } from './invitation-lines.ts'

/** The letters of a group, written when they are sent: what was revoked or closed in the meantime does not go out. */
export const GROUP_LETTERS: Record<GroupMailKind, LetterWriter> = {
  invitation: (desk, request) =>
    toInvited(desk, request, ({ organiser, title }) => ({
      subject: `${organiser ?? 'Iemand'} nodigt je uit voor een QuickScan`,
      opening: `${organiser ?? 'De organisator'} vraagt je om mee te doen met ${title}.`,
    })),

  'invitation-again': (desk, request) =>
    toInvited(desk, request, ({ organiser, title }) => ({
      subject: `Nog een keer: ${organiser ?? 'iemand'} nodigt je uit voor een QuickScan`,
      opening: `${organiser ?? 'De organisator'} stuurt je de uitnodiging voor ${title} nog een keer.`,
    })),

  'request-approved': (desk, request) =>
    toInvited(desk, request, ({ title }) => ({
      subject: 'Je mag meedoen met de groep',
      opening: `Je vroeg of je mee mag doen met ${title}. Dat mag.`,
    })),

  reminder: async (desk, request) => {
    if (!request.accountId) {
      return toInvited(desk, request, ({ organiser, group }) => ({
        subject: `Herinnering: doe je mee met ${group}?`,
        opening: `${organiser ?? 'De organisator'} nodigde je uit om mee te doen. Je kunt nog meedoen.`,
      }))
    }
    const round = request.about ? await findRoundForLetter(desk.db, request.about) : undefined
    if (!round || round.closedAt) return null
    return letter({
      to: request.address,
      subject: `Herinnering: je antwoorden voor ${round.groupName}`,
      lines: [
        `Je doet mee met ${round.groupName}. Je hebt je antwoorden nog niet ingestuurd. Dat kan tot en met ${lastDayOf(round.closesAt)}.`,
        'Daarna sluit de ronde. Wie later is, doet mee met een volgende ronde.',
        'Deze herinnering gaat naar iedereen die nog niet klaar is. De organisator ziet niet wie dat zijn.',
      ],
      action: { label: 'Ga verder', href: linkTo(desk, urls.group.to({ group: round.group })) },
    })
  },

  'round-closed': async (desk, request) => {
    const round = request.about ? await findRoundForLetter(desk.db, request.about) : undefined
    if (!round) return null
    const place = { group: round.group, round: String(round.number) }
    return letter({
      to: request.address,
      subject: `De ronde van ${round.groupName} is gesloten`,
      // The same whether something was told or not: a letter goes past more eyes than a page.
      lines: [
        `De ronde van ${round.groupName} is gesloten. Je kunt nu bekijken wat de groep te zien krijgt.`,
        ...(round.kind === 'confidential'
          ? [
              'Niemand ziet de antwoorden van één persoon. Deden er te weinig mensen mee, dan zijn er geen cijfers.',
            ]
          : ['Je ziet de antwoorden die de leden van de groep met elkaar delen.']),
      ],
      // Shared answers are for who took part; an organiser of an open group may not have.
      action:
        round.kind === 'open'
          ? { label: 'Naar de groep', href: linkTo(desk, urls.group.to({ group: round.group })) }
          : { label: 'Bekijk het resultaat', href: linkTo(desk, urls.groupRound.to(place)) },
    })
  },
}

type About = { organiser: string | null; title: string; group: string }

async function toInvited(
  desk: Desk,
  request: MailRequest,
  say: (about: About) => { subject: string; opening: string },
): Promise<Letter | null> {
  const invitation = request.about ? await findStandingInvitation(desk.db, request.about) : undefined
  const instrument = invitation && desk.catalogue.find(invitation.instrument, invitation.instrumentVersion)
  if (!invitation || !instrument || invitation.closesAt <= desk.clock()) return null
  const { subject, opening } = say({
    organiser: invitation.organiser,
    title: instrument.texts.title,
    group: invitation.groupName,
  })
  return letter({
    to: request.address,
    subject,
    lines: invitationLines({
      ...invitation,
      message: invitation.message ?? '',
      opening,
      purpose: instrument.texts.purpose,
    }),
    action: {
      label: 'Bekijk de uitnodiging',
      href: linkTo(desk, urls.invitation.to({ invitation: invitation.id })),
    },
    closing: [NOT_FOR_YOU],
  })
}

const NOT_FOR_YOU =
  'Ken je deze persoon niet, of wil je niet meedoen? Dan hoef je niets te doen. Niemand ziet of je deze mail hebt gelezen.'
