import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';

/** `j` and `k` move over the rows of a list, from the one in focus or the open one; Enter opens, as on any link. */
export function useListKeys(list: RefObject<HTMLElement | null>, rowsAre = '.row'): void {
  const { t } = useTranslation('desk');
  const move = (by: 1 | -1) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>(rowsAre) ?? [])];
    const here = rows.indexOf(document.activeElement as HTMLElement);
    const from = here >= 0 ? here : rows.findIndex((row) => row.ariaCurrent === 'page');
    const next = rows[from < 0 ? 0 : from + by];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useShortcuts([
    { keys: 'j', label: t('keys.next'), run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), run: () => move(-1) },
    { keys: 'Enter', label: t('keys.open') },
  ]);
}
