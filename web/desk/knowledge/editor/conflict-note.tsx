import { RotateCcw, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import type { Edit } from '../../admin/edit/use-edit.ts';

/** Changes that came back, and parts that another has saved meanwhile: nothing of either is lost unseen. */
export function ConflictNote<T extends object>({ edit, nameOf }: { edit: Edit<T>; nameOf: (part: keyof T & string) => string }) {
  const { t } = useTranslation('cards');
  const locale = useLocale();
  if (edit.conflicts.length > 0)
    return (
      <div className="card-note" role="alert">
        <Icon of={TriangleAlert} />
        <p>{t('conflict.said', { parts: new Intl.ListFormat(locale).format(edit.conflicts.map(nameOf)) })}</p>
        <span className="actions">
          <Button size="small" onPress={edit.takeTheirs}>
            {t('conflict.theirs')}
          </Button>
          <Button size="small" onPress={edit.keepMine}>
            {t('conflict.mine')}
          </Button>
        </span>
      </div>
    );
  if (!edit.wasKept || edit.changed.length === 0) return null;
  return (
    <div className="card-note">
      <Icon of={RotateCcw} />
      <p>{t('draft.cameBack')}</p>
      <Button size="small" push onPress={edit.discard}>
        {t('draft.discard')}
      </Button>
    </div>
  );
}
