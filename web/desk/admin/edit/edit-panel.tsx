import './form.css';
import { RotateCcw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { FormFoot } from '../../form-foot.tsx';
import { FaultsHere } from './faults.ts';
import type { Edit } from './use-edit.ts';
import type { Saving } from './use-saving.ts';

type EditPanelProps<T> = {
  title: string;
  facts?: ReactNode;
  edit: Edit<T>;
  saving: Saving;
  /** The fields by the names people know, for telling which of them another has changed. */
  labels: Partial<Record<keyof T & string, string>>;
  save: string;
  /** Something new may be saved as it stands; a change needs a change. */
  isNew?: boolean;
  /** Why it can be read only. */
  readOnly?: string | undefined;
  wide?: boolean;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** Over the list: one thing to change. Leaving it keeps the changes. */
export function EditPanel<T>({
  title,
  facts,
  edit,
  saving,
  save,
  isNew,
  readOnly,
  wide,
  onSave,
  onClose,
  children,
  labels,
}: EditPanelProps<T>) {
  const { t } = useTranslation('admin');
  const foot = (
    <FormFoot save={save} isPending={saving.isSaving} isDisabled={!isNew && edit.changed.length === 0} onSave={onSave}>
      <Refusal problem={saving.problem} />
      <span className="quiet small" role="status">
        {edit.changed.length > 0 ? t('edit.keptHere') : ''}
      </span>
    </FormFoot>
  );
  return (
    <Panel title={title} facts={facts} onClose={onClose} foot={readOnly ? null : foot}>
      {readOnly ? (
        <p className="admin-note">
          <Icon of={TriangleAlert} />
          {readOnly}
        </p>
      ) : null}
      {edit.wasKept && edit.changed.length > 0 && edit.conflicts.length === 0 ? <CameBack onDiscard={edit.discard} /> : null}
      {edit.conflicts.length > 0 ? <Conflict fields={edit.conflicts.map((field) => labels[field] ?? field)} edit={edit} /> : null}
      <FaultsHere value={saving.faults}>
        <div className={wide ? 'admin-form admin-wide' : 'admin-form'}>{children}</div>
      </FaultsHere>
    </Panel>
  );
}

function Refusal({ problem }: { problem: string | null }) {
  return (
    <p className="admin-refusal bad" role="alert">
      {problem ? (
        <>
          <Icon of={TriangleAlert} />
          {problem}
        </>
      ) : null}
    </p>
  );
}

function CameBack({ onDiscard }: { onDiscard: () => void }) {
  const { t } = useTranslation('admin');
  return (
    <div className="admin-note">
      <Icon of={RotateCcw} />
      <p>{t('edit.cameBack')}</p>
      <Button size="small" push onPress={onDiscard}>
        {t('edit.discard')}
      </Button>
    </div>
  );
}

function Conflict<T>({ fields, edit }: { fields: string[]; edit: Edit<T> }) {
  const { t, i18n } = useTranslation('admin');
  return (
    <div className="admin-note warn" role="alert">
      <Icon of={TriangleAlert} />
      <p>
        <strong>{t('conflict.title')}</strong> {t('conflict.fields', { fields: new Intl.ListFormat(i18n.language).format(fields) })}
      </p>
      <span className="actions">
        <Button size="small" onPress={edit.takeTheirs}>
          {t('conflict.takeTheirs')}
        </Button>
        <Button size="small" onPress={edit.keepMine}>
          {t('conflict.keepMine')}
        </Button>
      </span>
    </div>
  );
}
