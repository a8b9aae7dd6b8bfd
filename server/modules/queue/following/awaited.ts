import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock/day.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Html, html } from '../../../platform/http/html.ts';
import { type Translate, translator } from '../../../platform/i18n/translator.ts';
import { nameIn } from '../../directory/service.ts';
import type { Names } from '../../directory/types.ts';
import { drawPage, hiddenFields, icon, momentWords, tidied, type View } from '../../site/service.ts';
import { EARLY_MINUTES } from '../expected/arriving.ts';
import type { Floor } from '../types.ts';
import type { Awaited } from './access.ts';

export type AwaitedVisit = { dueAt: Temporal.Instant; point: Names; zone: string; atMeeting: boolean };

/** @throws NotFound */
export async function readAwaited({ db }: Pick<Floor, 'db'>, { expectedId }: Awaited): Promise<AwaitedVisit> {
  const { rows } = await sql<AwaitedVisit>`select e.due_at as "dueAt", p.name as point, p.zone, e.meeting_room is not null as "atMeeting"
    from expected_visit e join service_point p on p.id = e.point_id where e.id = ${expectedId}::uuid`.execute(db);
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** One's agreed time before one has come: when and where, and "I am here". Whom it is with stands nowhere. */
export function awaitedPage(view: View, visit: AwaitedVisit, token: string, refused: string | null): string {
  const n = tidied(translator(view.variant, 'number'));
  return drawPage(view, {
    title: n('expected.title'),
    private: true,
    main: html`<div class="narrow stack">
<p class="quiet">${nameIn(visit.point, view.locale)}</p>
<h1>${n('expected.heading', { when: momentWords(view, visit.dueAt.toString()) })}</h1>
${refused && html`<div class="fault-summary" role="alert"><h2>${icon('alert')} ${n('expected.refused')}</h2></div>`}
${partFor(view, n, visit, token)}
</div>`,
  });
}

function partFor({ now }: View, n: Translate, { dueAt, zone, atMeeting }: AwaitedVisit, token: string): Html {
  const days = Temporal.PlainDate.compare(dayOf(now, zone), dayOf(dueAt, zone));
  if (days > 0)
    return html`<p>${n('expected.past')}</p><p class="buttons"><a class="button second wide-phone" href="/contact">${n('write')}</a></p>`;
  if (Temporal.Instant.compare(now, dueAt.subtract({ minutes: EARLY_MINUTES })) < 0) return html`<p>${n('expected.early')}</p>`;
  return html`<p>${n(atMeeting ? 'expected.hintMeeting' : 'expected.hint')}</p>
<form method="post" action="/q/arrival">${hiddenFields(token)}<button class="button wide-phone" type="submit">${icon('check')} ${n('expected.here')}</button></form>`;
}
