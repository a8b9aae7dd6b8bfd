import { html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { nameIn } from '../../directory/service.ts';
import { clockTime, drawPage, icon, tidied, type View } from '../../site/service.ts';
import type { Meeting } from '../visits/service.ts';
import type { Followed } from './service.ts';

/** Come to a meeting of many: which room it is in, and that nobody calls. No number, since none is waited with. */
export function meetingPage(view: View, { point }: Pick<Followed, 'point'>, { room, startsAt }: Meeting): string {
  const n = tidied(translator(view.variant, 'number'));
  const title = room ? n('meeting.go', { room }) : n('meeting.ask');
  return drawPage(view, {
    title,
    private: true,
    main: html`<div class="narrow stack">
<p class="quiet">${nameIn(point, view.locale)}</p>
<p class="state good" role="status">${icon('check')} ${n('meeting.come')}</p>
<h1>${title}</h1>
<p class="lede">${n('meeting.starts', { time: clockTime(startsAt, view.locale) })}</p>
<p>${n('meeting.straight')}</p>
</div>`,
  });
}
