import { Button } from '#ui/button.tsx'
import type { FormFields } from '#web/body.ts'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'

/**
 * The database cannot be reached while somebody saves a page: everything that was filled in travels
 * along in this page and is sent again with one press.
 */
export function refuseKeepingForm(c: RequestContext, form: FormFields): Response {
  c.header('retry-after', '5')
  return page(
    c,
    { title: 'Nog niet bewaard', section: 'scan', status: 503 },
    <div class="wrap page stack">
      <h1>Nog niet bewaard</h1>
      <p class="lead">We kunnen de gegevens even niet bereiken. Dit ligt niet aan jou.</p>
      <p>Wat je net invulde, zit nog in deze pagina. Wacht een halve minuut en probeer het dan opnieuw.</p>
      <form method="post" action={c.req.path}>
        {[...form].map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={name} />
        ))}
        <Button>Bewaar opnieuw</Button>
      </form>
    </div>,
  )
}
