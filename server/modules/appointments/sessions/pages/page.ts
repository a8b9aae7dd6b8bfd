import { type Html, html } from '../../../../platform/http/html.ts';
import type { Translate } from '../../../../platform/i18n/translator.ts';
import { nameIn } from '../../../directory/service.ts';
import type { ListItem } from '../../../directory/types.ts';
import { drawPage, hiddenFields, icon, type View } from '../../../site/service.ts';
import { togetherWords } from '../../joint/pages/words.ts';
import { interpreterPart } from '../../pages/interpreter-part.ts';
import type { PointRow } from '../../pages/queries.ts';
import { spanWords, whereWords, wordsOf } from '../../pages/words.ts';
import type { Course, Meeting } from '../schema.ts';

type Around = {
  meetings: readonly Meeting[];
  courses: readonly Course[];
  points: ReadonlyMap<string, PointRow>;
  /** Of each service, what its interpreters interpret; and the list that names languages. */
  interpreted: ReadonlyMap<string, readonly string[]>;
  languages: readonly ListItem[];
  token: string;
  once: string;
  refused: string | null;
};

/** Meetings of many and courses, with the places left. */
export function coursesPage(view: View, around: Around): string {
  const { meetings, courses, points, interpreted, languages, token, once, refused } = around;
  const [b, t] = [wordsOf(view), togetherWords(view)];
  const where = ({ placeId, way }: Pick<Meeting, 'placeId' | 'way'>) => whereWords(view, b, placeId ? points.get(placeId) : undefined, way);
  const asked = ({ id, serviceId, free }: Pick<Meeting, 'id' | 'serviceId' | 'free'>): Asked => ({
    hidden: hiddenFields(token, once),
    part: free > 0 && interpreterPart(view, interpreted.get(serviceId) ?? [], languages, null, `-${id}`),
  });
  return drawPage(view, {
    title: refused ? `${refused} – ${t('courses.title')}` : t('courses.title'),
    private: refused !== null,
    main: html`<a class="text-link crumb" href="/book">${icon('back')} ${b('service.title')}</a><div class="stack narrow"><h1>${t('courses.title')}</h1>
${refused && html`<div class="fault-summary" role="alert" tabindex="-1" autofocus><h2>${icon('alert')} ${refused}</h2></div>`}
${meetings.length + courses.length === 0 && html`<div class="note"><p>${t('courses.none')}</p><p><a class="text-link" href="/book">${b('service.book')}</a></p></div>`}</div>
${courses.length > 0 && html`<section class="stack" aria-labelledby="courses"><h2 id="courses">${t('courses.courses')}</h2><p>${t('courses.coursesHint')}</p><ul class="rows three points">${courses.map((course) => courseRow(view, t, course, where(course), asked(course)))}</ul></section>`}
${meetings.length > 0 && html`<section class="stack" aria-labelledby="meetings"><h2 id="meetings">${t('courses.meetings')}</h2><ul class="rows three points">${meetings.map((meeting) => meetingRow(view, t, meeting, where(meeting), asked(meeting)))}</ul></section>`}`,
  });
}

function meetingRow(view: View, t: Translate, { id, name, startsAt, endsAt, free }: Meeting, where: string, asked: Asked): Html {
  const [title, when] = [nameIn(name, view.locale), spanWords(view, startsAt, endsAt)];
  return html`<li><h3>${title}</h3><p>${when}<br>${where}</p><p>${freeWords(t, free)}</p>${free > 0 && takeForm(t, '/b/sessions', id, `${title}, ${when}`, asked)}</li>`;
}

function courseRow(view: View, t: Translate, { id, name, meetings, free }: Course, where: string, asked: Asked): Html {
  const title = nameIn(name, view.locale);
  const [first] = meetings as [Course['meetings'][number]];
  return html`<li><h3>${title}</h3><p>${t('courses.times', { count: meetings.length })}<br>${spanWords(view, first.startsAt, first.endsAt)}<br>${where}</p>
<details><summary class="text-link">${t('courses.all')}<span class="heard">, ${title}</span></summary><ol class="rows">${meetings.map((one) => html`<li>${spanWords(view, one.startsAt, one.endsAt)}</li>`)}</ol></details>
<p>${freeWords(t, free)}</p>${free > 0 && takeForm(t, '/b/together/courses', id, title, asked)}</li>`;
}

const freeWords = (t: Translate, free: number): string => (free > 0 ? t('courses.left', { count: free }) : t('courses.full'));

type Asked = { hidden: Html; part: Html | false };

function takeForm(t: Translate, action: string, id: string, what: string, { hidden, part }: Asked): Html {
  const button = html`<button class="button" type="submit" name="id" value="${id}">${t('courses.take')}<span class="heard">, ${what}</span></button>`;
  return html`<form method="post" action="${action}">${hidden}${part ? html`<div class="stack">${part}<p>${button}</p></div>` : button}</form>`;
}
