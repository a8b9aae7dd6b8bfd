import type { OrganisationKind } from '../../../directory/types.ts';
import type { OrganisationRecord } from '../../services/types.ts';
import { idOf, momentOf, recordOf, requiredId, requireName, textOf } from '../shapes.ts';
import { localTextOf } from './texts.ts';

/** The kinds as the interface names them today, and as it named them in Finnish before. */
const KINDS: Readonly<Record<string, OrganisationKind>> = {
  municipality: 'municipality',
  kunta: 'municipality',
  state: 'state',
  valtio: 'state',
  regionalorganization: 'other',
  'alueellinen yhteistoimintaorganisaatio': 'other',
  organization: 'association',
  järjestö: 'association',
  järjestöt: 'association',
  company: 'company',
  yritys: 'company',
  yritykset: 'company',
};

/** Kansaneläkelaitos is neither state nor municipality; its business id is public (YTJ). */
const KELA = '0246246-0';

export function organisationOf(value: unknown): OrganisationRecord {
  const item = recordOf(value);
  const businessCode = textOf(item.businessCode) ?? null;
  const names = requireName(localTextOf(item.organizationNames, 'Name'));
  return {
    id: requiredId(item.id),
    names,
    kind: organisationKind(textOf(item.organizationType), businessCode, names.fi),
    businessCode,
    parentId: idOf(item.parentOrganizationId) ?? idOf(item.parentOrganization) ?? null,
    modifiedAt: momentOf(item.modified),
  };
}

/** Wellbeing services counties are regional organisations whose name says so by law (laki hyvinvointialueesta 611/2021). */
export function organisationKind(type: string | undefined, businessCode: string | null, finnish: string | undefined): OrganisationKind {
  if (businessCode === KELA) return 'kela';
  if (/hyvinvointialue\b/i.test(finnish ?? '')) return 'wellbeing';
  return KINDS[type?.toLowerCase() ?? ''] ?? 'other';
}
