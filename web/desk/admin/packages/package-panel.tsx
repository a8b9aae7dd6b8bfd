import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changePackage, type Package, readPackage } from '../../../shared/api/packages.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { saidIn } from '../../packages/package-words.ts';
import { usePackage } from '../../packages/queries.ts';
import { keys } from '../../queries.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { useEdit } from '../edit/use-edit.ts';
import { useSaving } from '../edit/use-saving.ts';
import { useOrganisationName } from '../words.ts';
import { missingIn, type PackageDetails, tidied } from './package-details.ts';
import { PackageFields } from './package-fields.tsx';

/** One package whole: the list knows only its name. */
export function PackagePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('packages');
  const { data, error, refetch } = usePackage(id);
  if (data) return <EditPackage key={data.id} saved={data} onClose={onClose} />;
  return (
    <Panel title={t('edit.one')} onClose={onClose}>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
    </Panel>
  );
}

const detailsOf = ({ content, isActive }: Package): PackageDetails => ({ content, active: isActive });

function EditPackage({ saved, onClose }: { saved: Package; onClose: () => void }) {
  const { t } = useTranslation('packages');
  const { t: admin } = useTranslation('admin');
  const locale = useLocale();
  const queries = useQueryClient();
  const organisationName = useOrganisationName();
  const edit = useEdit<PackageDetails>(`packages/${saved.id}`, detailsOf(saved));
  const saving = useSaving([keys.packages]);
  const name = saidIn(edit.value.content.texts, locale)?.title ?? '';
  // What another has saved meanwhile is asked about before anything is sent, and the version read then is the one that is changed.
  let version = saved.version;
  const latest = async () => {
    const now = await queries.fetchQuery({ queryKey: [...keys.packages, saved.id], queryFn: () => readPackage(saved.id), staleTime: 0 });
    version = now.version;
    return detailsOf(now);
  };
  const save = () =>
    saving.run({
      edit,
      missing: missingIn(edit.value),
      latest,
      send: ({ content, active }) =>
        changePackage(saved.id, { version, ...(content ? { content: tidied(content) } : {}), ...(active === undefined ? {} : { active }) }),
      said: admin('saved', { what: name }),
      onDone: () => onClose(),
    });
  return (
    <EditPanel
      wide
      title={name}
      facts={[saved.lifeEvent, organisationName(saved.ownerOrganisationId)].filter(Boolean).join(' · ')}
      edit={edit}
      saving={saving}
      labels={{ content: t('edit.content'), active: t('edit.active') }}
      save={admin('save')}
      readOnly={saved.may.write ? undefined : t('edit.readOnly')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <PackageFields value={edit.value} onChange={edit.change} />
    </EditPanel>
  );
}
