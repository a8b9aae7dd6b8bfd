import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { todayInFinland } from '../../../shared/ui/days.ts';
import { useSession } from '../../session.tsx';
import type { GrantInput } from '../api.ts';
import { DayField, LastDayField } from '../fields/day-field.tsx';
import { PickField } from '../fields/fields.tsx';
import { roles, useAdministered, useNameHere, useOrganisationName, useRoleName } from '../words.ts';

export type GrantDraft = {
  role: GrantInput['role'] | null;
  organisationId: string | null;
  pointId: string | null;
  validFrom: string | null;
  validUntil: string | null;
};

/** One's own organisation is chosen already where there is but one. */
export function useEmptyGrant(): GrantDraft {
  const mine = useAdministered();
  return {
    role: null,
    organisationId: mine.length === 1 ? (mine[0] ?? null) : null,
    pointId: null,
    validFrom: todayInFinland(),
    validUntil: null,
  };
}

/** The grant as it is sent; null while something is missing. */
export function grantOf({ role, organisationId, pointId, validFrom, validUntil }: GrantDraft): GrantInput | null {
  if (!role || !organisationId) return null;
  return { role, organisationId, pointId, validUntil, ...(validFrom ? { validFrom } : {}) };
}

type GrantFormProps = { isPending: boolean; onGive: (grant: GrantInput) => Promise<void>; onCancel: () => void };

export function GrantForm({ isPending, onGive, onCancel }: GrantFormProps) {
  const { t } = useTranslation('admin');
  const [draft, setDraft] = useState(useEmptyGrant());
  const grant = grantOf(draft);
  return (
    <div className="admin-inset">
      <GrantFields value={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
      <p className="actions">
        <Button push onPress={onCancel}>
          {t('cancel')}
        </Button>
        <Button kind="primary" isPending={isPending} isDisabled={!grant} onPress={() => grant && void onGive(grant)}>
          {t('people.give')}
        </Button>
      </p>
    </div>
  );
}

export function GrantFields({ value, onChange }: { value: GrantDraft; onChange: (change: Partial<GrantDraft>) => void }) {
  const { t } = useTranslation('admin');
  const { directory } = useSession();
  const roleName = useRoleName();
  const nameHere = useNameHere();
  const organisationName = useOrganisationName();
  const mine = useAdministered();
  return (
    <div className="fields two">
      <PickField
        name="grant.role"
        label={t('people.role')}
        options={roles.map((id) => ({ id, label: roleName(id) }))}
        value={value.role}
        onChange={(role) => onChange({ role: role as GrantDraft['role'] })}
      />
      <PickField
        name="grant.organisationId"
        label={t('people.organisation')}
        options={mine.map((id) => ({ id, label: organisationName(id) }))}
        value={value.organisationId}
        onChange={(organisationId) => onChange({ organisationId })}
      />
      <PickField
        name="grant.pointId"
        label={t('people.point')}
        none={t('people.allPoints')}
        options={directory.points.map(({ id, name, typeLabel }) => ({ id, label: nameHere(name), hint: nameHere(typeLabel) }))}
        value={value.pointId}
        onChange={(pointId) => onChange({ pointId })}
      />
      <span />
      <DayField name="grant.validFrom" label={t('validFrom')} value={value.validFrom} onChange={(validFrom) => onChange({ validFrom })} />
      <LastDayField
        name="grant.validUntil"
        label={t('lastDay')}
        hint={t('lastDayHint')}
        value={value.validUntil}
        onChange={(validUntil) => onChange({ validUntil })}
      />
    </div>
  );
}
