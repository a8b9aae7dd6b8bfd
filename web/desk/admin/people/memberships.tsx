import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { ComboBox } from '../../../shared/ui/combo-box.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useNames, useSession } from '../../session.tsx';
import { useDeed } from '../../use-deed.ts';
import { joinUnit, leaveUnit, type Person } from '../api.ts';
import { keys } from '../queries.ts';
import { useNameHere } from '../words.ts';

/** The units the person answers in. */
export function Memberships({ person }: { person: Person }) {
  const { t } = useTranslation('admin');
  const { directory } = useSession();
  const nameHere = useNameHere();
  const names = useNames();
  const { run, isRunning } = useDeed([keys.people, keys.session]);
  const places = new Set(person.grants.map((grant) => grant.organisationId));
  const open = directory.units.filter((unit) => places.has(unit.organisationId) && !person.unitIds.includes(unit.id));

  const join = (unitId: string) => run(() => joinUnit(person.id, unitId));
  const leave = (unitId: string) => run(() => leaveUnit(person.id, unitId));
  const told = async (deed: Promise<boolean>, text: string, back: () => Promise<boolean>) => {
    if (await deed) showToast({ text, undo: async () => void (await back()) });
  };

  return (
    <section>
      <h2 className="section-head">{t('people.units')}</h2>
      {person.unitIds.length === 0 ? <p className="quiet">{t('people.noUnit')}</p> : null}
      <ul className="admin-lines">
        {person.unitIds.map((id) => (
          <li key={id}>
            <span>{names.unit(id) || t('closedUnit')}</span>
            <Button
              size="small"
              isPending={isRunning}
              aria-label={t('people.leaveUnit', { unit: names.unit(id) })}
              onPress={() => void told(leave(id), t('people.left', { name: person.name, unit: names.unit(id) }), () => join(id))}
            >
              {t('people.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {open.length > 0 ? (
        <ComboBox
          key={person.unitIds.join()}
          label={t('people.joinUnit')}
          options={open.map(({ id, name }) => ({ id, label: nameHere(name) }))}
          value={null}
          onChange={(id) => id && void told(join(id), t('people.joined', { name: person.name, unit: names.unit(id) }), () => leave(id))}
        />
      ) : null}
    </section>
  );
}
