import { formToken } from '../../../platform/http/same-origin.ts';
import { listsOf, nameIn } from '../../directory/service.ts';
import { handledCustomer, liveSessions } from '../../identity/service.ts';
import { noticeWishesOf } from '../noticing/wishes.ts';
import { openChange } from './contact/queries.ts';
import { type DetailsShown, detailsPage } from './details-page.ts';
import { readDetails } from './details-query.ts';
import { type Drawn, ownView } from './drawing.ts';

/** The page of one's own details as it is now. */
export async function drawDetails(drawn: Drawn, state: Pick<DetailsShown, 'done' | 'fault'>): Promise<string> {
  const { desk, caller, request, reply } = drawn;
  const view = await ownView(drawn, '/my/details');
  const lists = await listsOf(desk.db, { onlyActive: true });
  const named = (list: string) => (lists[list] ?? []).map(({ key, label }) => ({ key, name: nameIn(label, view.locale) }));
  const kinds = named('specialNeeds');
  return detailsPage(view, caller, {
    details: await readDetails(desk.db, caller, request.id),
    change: await openChange(desk.db, handledCustomer(caller), desk.clock.now()),
    wishes: await noticeWishesOf(desk.db, handledCustomer(caller)),
    sessions: await liveSessions(desk, caller.customerId),
    languages: named('serviceLanguages'),
    arrangementName: (kind) => kinds.find(({ key }) => key === kind)?.name ?? kind,
    token: formToken(request, reply),
    ...state,
  });
}
