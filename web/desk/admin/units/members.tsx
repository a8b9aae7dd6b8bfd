import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { ComboBox } from '../../../shared/ui/combo-box.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useDeed } from '../../use-deed.ts';
import { joinUnit, leaveUnit, type Person, type Unit } from '../api.ts';
import { keys, usePeople } from '../queries.ts';
import { useAdministered, useNameHere } from '../words.ts';

/** Who answers in the unit. Each change holds at once. */
export function Members({ unit }: { unit: Unit }) {
  const { t } = useTranslation('admin');
  const isMine = useAdministered().includes(unit.organisationId);
  const people = usePeople();
  return (
    <section>
      <h2 className="section-head">{t('units.members')}</h2>
      {isMine ? null : <p className="quiet">{t('units.othersPeople')}</p>}
      {isMine && people.error && !people.data ? <ErrorState error={people.error} onRetry={() => void people.refetch()} /> : null}
      {isMine && people.isPending ? <Skeleton lines={2} /> : null}
      {isMine && people.data ? <MemberList unit={unit} people={people.data.people} /> : null}
    </section>
  );
}

function MemberList({ unit, people }: { unit: Unit; people: readonly Person[] }) {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const { run, isRunning } = useDeed([keys.people, keys.session]);
  const members = people.filter((person) => person.unitIds.includes(unit.id));
  const others = people.filter(
    (person) =>
      !person.disabled && !person.unitIds.includes(unit.id) && person.grants.some((grant) => grant.organisationId === unit.organisationId),
  );
  const join = (id: string) => run(() => joinUnit(id, unit.id));
  const leave = (id: string) => run(() => leaveUnit(id, unit.id));
  const told = async (deed: Promise<boolean>, text: string, back: () => Promise<boolean>) => {
    if (await deed) showToast({ text, undo: async () => void (await back()) });
  };
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? '';
  return (
    <>
      {members.length === 0 ? <p className="quiet">{t('units.noMembers')}</p> : null}
      <ul className="admin-lines">
        {members.map(({ id, name, title, disabled }) => (
          <li key={id}>
            <span>
              <Link to="/admin/$section/$itemId" params={{ section: 'people', itemId: id }}>
                {name}
              </Link>
              <span className="quiet small admin-under">
                {[nameHere(title), disabled && t('people.isDisabled')].filter(Boolean).join(' · ')}
              </span>
            </span>
            <Button
              size="small"
              isPending={isRunning}
              aria-label={t('units.removeMember', { name })}
              onPress={() => void told(leave(id), t('people.left', { name, unit: nameHere(unit.name) }), () => join(id))}
            >
              {t('people.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {unit.active && others.length > 0 ? (
        <ComboBox
          key={members.length}
          label={t('units.addMember')}
          options={others.map(({ id, name, title }) => ({ id, label: name, hint: nameHere(title) }))}
          value={null}
          onChange={(id) => id && void told(join(id), t('people.joined', { name: nameOf(id), unit: nameHere(unit.name) }), () => leave(id))}
        />
      ) : null}
    </>
  );
}
