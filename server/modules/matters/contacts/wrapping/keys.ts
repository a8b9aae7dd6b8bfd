import type { Db } from '../../../../platform/db/transaction.ts';
import { Invalid } from '../../../../platform/errors.ts';
import { listsOf } from '../../../directory/service.ts';
import type { ListItem } from '../../../directory/types.ts';
import type { WrapUp } from '../schema.ts';

/** @throws Invalid `unknown-list-key` with the fields whose keys no list in use has */
export async function checkKeys(db: Db, wrapUp: WrapUp): Promise<void> {
  const fields = unknownKeys(await listsOf(db, { onlyActive: true }), wrapUp);
  if (fields.length > 0) throw new Invalid('unknown-list-key', { fields });
}

export function unknownKeys(lists: Record<string, Pick<ListItem, 'key' | 'extra'>[]>, wrapUp: WrapUp): string[] {
  const keys = (list: string, kind?: string) =>
    new Set((lists[list] ?? []).filter((item) => !kind || item.extra.kind === kind).map(({ key }) => key));
  const missing = (field: string, chosen: string[], known: Set<string>) =>
    chosen.flatMap((key, index) => (known.has(key) ? [] : [`${field}.${index}`]));
  const whyNot = keys('outcomes', 'why-not');
  return [
    ...missing('reasons', wrapUp.reasons, keys('reasonsForComing')),
    ...missing('supportKinds', wrapUp.supportKinds, keys('digitalSupportKinds').union(keys('digitalReferralCriteria'))),
    ...missing('how', wrapUp.how, keys('outcomes', 'how')),
    ...missing('notAlone', wrapUp.notAlone, keys('notAloneReasons')),
    ...wrapUp.outcomes.flatMap(({ why }, index) => (!why || whyNot.has(why) ? [] : [`outcomes.${index}.why`])),
  ];
}
