import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { type Template, templates } from '../api.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { pick } from '../edit/three-way.ts';
import { useEdit } from '../edit/use-edit.ts';
import { useLatest } from '../edit/use-latest.ts';
import { useSaving } from '../edit/use-saving.ts';
import { keys } from '../queries.ts';
import { useKeepsShared, useOrganisationName } from '../words.ts';
import { Preview } from './preview.tsx';
import { type Details, missingIn, tidied } from './text-details.ts';
import { TextFields } from './text-fields.tsx';

const detailsOf = (template: Template): Details => pick(template, ['texts', 'active']) as Details;

export function TextPanel({ template, onClose }: { template: Template; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const organisationName = useOrganisationName();
  const isReadOnly = !useKeepsShared() && template.organisationId === null;
  const edit = useEdit(`texts/${template.id}`, detailsOf(template));
  const saving = useSaving([keys.templates, ['templates']]);
  const latest = useLatest(keys.templates, templates.list, template.id, detailsOf);
  const owner = template.organisationId ? organisationName(template.organisationId) : t('texts.common');
  const save = () =>
    saving.run({
      edit,
      missing: missingIn(edit.value),
      latest,
      send: (change) => templates.change(template.id, tidied(change)),
      said: t('saved', { what: edit.value.texts[locale].subject }),
      hasUndo: true,
      onDone: () => onClose(),
    });
  return (
    <EditPanel
      wide
      title={template.texts[locale].subject}
      facts={`${t(`texts.kindOne.${template.kind}`)} · ${owner}`}
      edit={edit}
      saving={saving}
      labels={{ texts: t('texts.body'), active: t('texts.active') }}
      save={t('save')}
      readOnly={isReadOnly ? t('texts.readOnly') : undefined}
      onSave={() => void save()}
      onClose={onClose}
    >
      {isReadOnly ? (
        <section className="fields">
          <Preview texts={template.texts} />
        </section>
      ) : (
        <TextFields value={edit.value} onChange={edit.change} />
      )}
    </EditPanel>
  );
}
