import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useSayWhy } from '../../use-deed.ts';
import { type ListItem, type Lists, putItem } from '../api.ts';
import { keys } from '../queries.ts';
import { useNameHere } from '../words.ts';
import { replaced } from './order.ts';

/** Shows the new order at once and saves the places that changed, one after another; a refusal brings the saved order back. */
export function useReorder(before: readonly ListItem[]): (items: ListItem[], carriedKey: string) => void {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const sayWhy = useSayWhy();
  const nameHere = useNameHere();

  async function put(items: readonly ListItem[]): Promise<boolean> {
    const list = items[0]?.list ?? '';
    const changed = replaced(items);
    await queries.cancelQueries({ queryKey: keys.lists });
    queries.setQueryData<Lists>(
      keys.lists,
      (lists) => lists && { ...lists, [list]: items.map((item, position) => ({ ...item, position })) },
    );
    try {
      for (const item of changed) await putItem(item);
      return true;
    } catch (error) {
      showToast({ text: sayWhy(error), tone: 'bad', seconds: 12 });
      return false;
    } finally {
      await Promise.all([keys.lists, keys.session].map((queryKey) => queries.invalidateQueries({ queryKey })));
    }
  }

  return async (items, carriedKey) => {
    const place = items.findIndex((item) => item.key === carriedKey);
    const carried = items[place];
    if (!carried || before[place]?.key === carriedKey || !(await put(items))) return;
    const wasThere = before.map((item) => ({ ...item, position: items.findIndex((one) => one.key === item.key) }));
    showToast({
      text: t('lists.movedTo', { item: nameHere(carried.label), place: place + 1, count: items.length }),
      undo: async () => void (await put(wasThere)),
    });
  };
}
