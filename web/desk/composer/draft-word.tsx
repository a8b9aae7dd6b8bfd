import { useTranslation } from 'react-i18next';
import { useTimes } from '../../shared/ui/use-times.ts';
import type { DraftState } from './use-draft.ts';

/** Where what one writes is kept now. */
export function DraftWord({ state, savedAt }: { state: DraftState; savedAt: string | null }) {
  const { t } = useTranslation('desk');
  const { time } = useTimes();
  if (state === 'empty') return null;
  const words = {
    saving: t('draft.saving'),
    saved: savedAt ? t('draft.saved', { at: time(savedAt) }) : t('draft.savedNow'),
    'here-only': t('draft.hereOnly'),
  }[state];
  return <span className="quiet small">{words}</span>;
}
