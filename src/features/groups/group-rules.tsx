import type { JSX } from 'preact'
import { urls } from '#web/urls.ts'
import { type GroupRulesOf, groupRuleLines } from '#words/group-words.ts'

/** The rules of a group with the real numbers, before somebody joins and before they send anything in. */
export function GroupRules(rules: GroupRulesOf): JSX.Element {
  return (
    <section class="panel stack-small" aria-labelledby="wie-ziet-wat">
      <h2 class="h3" id="wie-ziet-wat">
        Wie ziet straks wat?
      </h2>
      <ul class="stack-small">
        {groupRuleLines(rules).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="small">
        <a href={urls.privacy.to()}>Lees meer over privacy</a>
      </p>
    </section>
  )
}
