import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useSayWhy } from '../../use-deed.ts';
import { keys } from '../queries.ts';
import { type Faults, useFaultsOf } from './faults.ts';
import { pick } from './three-way.ts';
import type { Edit } from './use-edit.ts';

type Wish<T> = {
  edit: Edit<T>;
  /** Paths of the fields that may not be empty and are. */
  missing?: readonly string[];
  /** The thing as it is saved at this moment; undefined: not to be seen any more. Absent for something new. */
  latest?: () => Promise<T | undefined>;
  /** `now`: the thing as `latest` read it. */
  send: (change: Partial<T>, now?: T) => Promise<unknown>;
  /** What was done, for the toast. */
  said: string;
  /** Whether it can be taken back by sending what was. */
  hasUndo?: boolean;
  onDone: (answer: unknown) => void;
};

export type Saving = { isSaving: boolean; problem: string | null; faults: Faults };

/** Saves what was changed: tells what is missing first, and asks when somebody else has saved the same field meanwhile. */
export function useSaving(touched: readonly QueryKey[]) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const sayWhy = useSayWhy();
  const faultsOf = useFaultsOf();
  const [isSaving, setSaving] = useState(false);
  const [refused, setRefused] = useState<{ problem: string | null; faults: Faults }>({ problem: null, faults: {} });
  useEffect(() => {
    if (Object.keys(refused.faults).length > 0) document.querySelector<HTMLElement>('.panel [aria-invalid="true"]')?.focus();
  }, [refused]);

  const refresh = () => Promise.all([...touched, keys.session].map((queryKey) => queries.invalidateQueries({ queryKey })));

  async function run<T extends object>({ edit, missing = [], latest, send, said, hasUndo, onDone }: Wish<T>): Promise<void> {
    if (missing.length > 0) {
      const faults = Object.fromEntries(missing.map((field) => [field, t('faults.required')]));
      return setRefused({ problem: t('faults.missing'), faults });
    }
    setSaving(true);
    setRefused({ problem: null, faults: {} });
    try {
      const now = latest && (await latest());
      if (now && edit.conflictsWith(now).length > 0) return setRefused({ problem: t('conflict.refused'), faults: {} });
      const answer = await send(pick(edit.value, edit.changed), now);
      const before = now && pick(now, edit.changed);
      edit.discard();
      await refresh();
      showToast({ text: said, undo: hasUndo && before ? () => takeBack(() => send(before, now)) : undefined });
      onDone(answer);
    } catch (error) {
      setRefused({ problem: sayWhy(error), faults: faultsOf(error) });
    } finally {
      setSaving(false);
    }
  }

  async function takeBack(send: () => Promise<unknown>): Promise<void> {
    try {
      await send();
      showToast({ text: t('takenBack') });
    } catch (error) {
      showToast({ text: sayWhy(error), tone: 'bad', seconds: 12 });
    }
    await refresh();
  }

  return { run, isSaving, ...refused };
}
