import '../register/register.css';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { daysAfter } from '../../../shared/ui/days.ts';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { useNames } from '../../session.tsx';
import { useDeed } from '../../use-deed.ts';
import { type Grant, giveGrant, joinUnit, type Person, revokeGrant } from '../api.ts';
import { keys } from '../queries.ts';
import { useOrganisationName, useRoleName, validityOf } from '../words.ts';
import { GrantForm } from './grant-form.tsx';

/** What the person may, where and until when. */
export function Grants({ person }: { person: Person }) {
  const { t } = useTranslation('admin');
  const [isAdding, setAdding] = useState(false);
  return (
    <section>
      <div className="section-head">
        <h2>{t('people.roles')}</h2>
        {isAdding ? null : (
          <Button size="small" kind="plain" push icon={Plus} onPress={() => setAdding(true)}>
            {t('people.giveRole')}
          </Button>
        )}
      </div>
      {person.grants.length === 0 ? <p className="quiet">{t('people.noRoleHint')}</p> : null}
      <ul className="admin-lines">
        {person.grants.map((grant) => (
          <GrantLine key={grant.id} person={person} grant={grant} />
        ))}
      </ul>
      {isAdding ? <GiveRole person={person} onDone={() => setAdding(false)} /> : null}
    </section>
  );
}

function GrantLine({ person, grant }: { person: Person; grant: Grant }) {
  const { t } = useTranslation('admin');
  const roleName = useRoleName();
  const names = useNames();
  const organisationName = useOrganisationName();
  const { run, isRunning } = useDeed([keys.people, keys.session]);
  const place = [organisationName(grant.organisationId), names.point(grant.pointId)].filter(Boolean).join(' · ');

  async function revoke() {
    let left: Person | undefined;
    if (!(await run(async () => (left = await revokeGrant(person.id, grant.id))))) return;
    showToast({ text: t('people.revoked', { role: roleName(grant.role), name: person.name }), undo: () => giveBack(left) });
  }

  /** The last role in an organisation took its units along. */
  async function giveBack(left: Person | undefined) {
    const { role, organisationId, pointId, validFrom, validUntil } = grant;
    await run(async () => {
      await giveGrant(person.id, { role, organisationId, pointId, validFrom, validUntil });
      for (const unitId of person.unitIds.filter((id) => !left?.unitIds.includes(id))) await joinUnit(person.id, unitId);
    });
  }

  return (
    <li>
      <span>
        {roleName(grant.role)}
        <span className="quiet small admin-under">
          {place} <Validity grant={grant} />
        </span>
      </span>
      <Button
        size="small"
        isPending={isRunning}
        aria-label={t('people.revokeRole', { role: roleName(grant.role), place })}
        onPress={() => void revoke()}
      >
        {t('people.revoke')}
      </Button>
    </li>
  );
}

function Validity({ grant }: { grant: Grant }) {
  const { t } = useTranslation('admin');
  const { date } = useTimes();
  const validity = validityOf(grant);
  if (validity === 'coming') return <StatusWord tone="wait">{t('from', { day: date(grant.validFrom) })}</StatusWord>;
  if (!grant.validUntil) return null;
  const day = date(daysAfter(grant.validUntil, -1));
  return validity === 'ended' ? <StatusWord tone="warn">{t('endedOn', { day })}</StatusWord> : <span>· {t('until', { day })}</span>;
}

function GiveRole({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useTranslation('admin');
  const { run, isRunning } = useDeed([keys.people, keys.session]);
  return (
    <GrantForm
      isPending={isRunning}
      onGive={async (grant) => {
        if (!(await run(() => giveGrant(person.id, grant)))) return;
        showToast({ text: t('people.given', { name: person.name }) });
        onDone();
      }}
      onCancel={onDone}
    />
  );
}
