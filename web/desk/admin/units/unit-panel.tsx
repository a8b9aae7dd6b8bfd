import { useTranslation } from 'react-i18next';
import { Tap } from '../../../shared/ui/taps.tsx';
import { type Unit, units } from '../api.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { pick } from '../edit/three-way.ts';
import { useEdit } from '../edit/use-edit.ts';
import { useLatest } from '../edit/use-latest.ts';
import { useSaving } from '../edit/use-saving.ts';
import { keys } from '../queries.ts';
import { useNameHere, useOrganisationName } from '../words.ts';
import { Members } from './members.tsx';
import { type Details, missingIn, UnitFields } from './unit-fields.tsx';

const fields = ['pointId', 'name', 'tier', 'opening', 'answerMinutes', 'remindMinutes', 'successorId', 'escalatesToId', 'active'] as const;
const detailsOf = (unit: Unit) => pick(unit, fields) as Details;

export function UnitPanel({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const organisationName = useOrganisationName();
  const edit = useEdit(`units/${unit.id}`, detailsOf(unit));
  const saving = useSaving([keys.units]);
  const latest = useLatest(keys.units, units.list, unit.id, detailsOf);
  const save = () =>
    saving.run({
      edit,
      missing: missingIn(edit.value),
      latest,
      send: (change) => units.change(unit.id, change),
      said: t('saved', { what: nameHere(edit.value.name) }),
      hasUndo: true,
      onDone: () => onClose(),
    });
  return (
    <EditPanel
      title={nameHere(unit.name)}
      facts={organisationName(unit.organisationId)}
      edit={edit}
      saving={saving}
      labels={{
        pointId: t('units.point'),
        name: t('units.name'),
        tier: t('units.tier'),
        opening: t('opening.title'),
        answerMinutes: t('units.promise'),
        remindMinutes: t('units.remind'),
        successorId: t('units.successorId'),
        escalatesToId: t('units.escalatesToId'),
        active: t('units.active'),
      }}
      save={t('save')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Members unit={unit} />
      <UnitFields id={unit.id} value={edit.value} onChange={edit.change} />
      <section>
        <h2 className="section-head">{t('units.use')}</h2>
        <Tap value="active" isSelected={edit.value.active} onChange={(active) => edit.change({ active })}>
          {t('units.active')}
        </Tap>
        <p className="hint">{t('units.activeHint')}</p>
      </section>
    </EditPanel>
  );
}
