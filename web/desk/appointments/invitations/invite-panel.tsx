import './invitations.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../../server/modules/matters/schema.ts';
import { type InvitableView, inviteCustomer, readInvitable, readInvitations } from '../../../shared/api/invitations.ts';
import { inOrder, nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { daysAfter, todayInFinland } from '../../../shared/ui/days.ts';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { TextArea, TextField } from '../../../shared/ui/text-field.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { FormFoot } from '../../form-foot.tsx';
import { keys } from '../../queries.ts';
import { useDeed } from '../../use-deed.ts';
import { bringsInterpreter, InterpreterChoice, useLanguageOfMatter } from '../book/interpreter-choice.tsx';
import { InvitationPaperView } from './invitation-paper.tsx';
import { InvitationRows } from './invitation-rows.tsx';

export const invitationsKey = (matterId: string) => ['invitations', matterId] as const;
/** Days from today to the last day to book, as a first guess. */
const USUAL_DAYS = 14;

type Props = { page: MatterPage; onClose: () => void };

/** Invites the matter's customer to book, and shows what came of earlier invitations. */
export function InvitePanel({ page, onClose }: Props) {
  const { t, ready } = useTranslation('invitations');
  const found = useQuery({ queryKey: [...invitationsKey(page.id), 'choices'], queryFn: () => readInvitable(page.id) });
  if (ready && found.data) return <InviteForm page={page} choices={found.data} onClose={onClose} />;
  return (
    <Panel title={ready ? t('title') : ''} facts={page.title} onClose={onClose}>
      {found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : <Skeleton lines={6} />}
    </Panel>
  );
}

function InviteForm({ page, choices, onClose }: Props & { choices: InvitableView }) {
  const { t } = useTranslation('invitations');
  const locale = useLocale();
  const [service, setService] = useState(choices.services.find(({ byInvitation }) => byInvitation) ?? choices.services[0]);
  const [interpreted, setInterpreted] = useState(useLanguageOfMatter(page));
  const [where, setWhere] = useState<string | null>(null);
  const [until, setUntil] = useState(daysAfter(todayInFinland(), USUAL_DAYS));
  const [message, setMessage] = useState('');
  const [paper, setPaper] = useState<string | null>(null);
  const { run, isRunning, problem, faults } = useDeed([invitationsKey(page.id), keys.matter(page.id)], { tellsHere: true });
  const places = useWhere(service);
  const chosen = places.find(({ id }) => id === where) ?? places[0];
  const needs = choices.needs.filter((need) => service?.needs.includes(need));
  async function send() {
    if (!service || !chosen) return;
    const { way, placeIds } = chosen;
    const interpreterLanguage = bringsInterpreter(service, needs) ? interpreted : null;
    const input = { serviceId: service.id, way, placeIds, until, language: choices.language, needs, interpreterLanguage, message };
    const made: { id?: string; byEmail?: boolean } = {};
    if (!(await run(async () => Object.assign(made, await inviteCustomer(page.id, input))))) return;
    if (made.byEmail) return leave();
    setPaper(made.id ?? null);
  }
  function leave() {
    showToast({ text: t('sent') });
    onClose();
  }
  if (paper)
    return (
      <Panel title={t('title')} facts={page.title} onClose={onClose}>
        <InvitationPaperView id={paper} />
      </Panel>
    );
  return (
    <Panel
      title={t('title')}
      facts={page.title}
      onClose={onClose}
      foot={
        <FormFoot
          save={t(choices.hasEmail ? 'send' : 'makePaper')}
          problem={problem}
          isPending={isRunning}
          isDisabled={!service || !chosen || !until}
          onSave={() => void send()}
        />
      }
    >
      <section className="fields">
        <p className="quiet">{t(choices.hasEmail ? 'how' : 'howOnPaper')}</p>
        <Select
          label={t('service')}
          options={inOrder(choices.services, ({ name }) => nameIn(name, locale), locale).map(({ id, name, minutes, byInvitation }) => ({
            id,
            label: nameIn(name, locale),
            hint: `${t('minutes', { minutes })}${byInvitation ? ` · ${t('byInvitation')}` : ''}`,
          }))}
          value={service?.id ?? null}
          onChange={(id) => setService(choices.services.find((one) => one.id === id))}
        />
        <Select label={t('where')} options={places} value={chosen?.id ?? null} onChange={setWhere} />
        <InterpreterChoice service={service} needs={needs} value={interpreted} onChange={setInterpreted} />
        <TextField label={t('until')} type="date" value={until} onChange={setUntil} problem={faults.until} />
        <TextArea label={t('message')} hint={t('messageHint')} value={message} onChange={setMessage} maxLength={1000} />
      </section>
      <Earlier matterId={page.id} onPaper={setPaper} />
    </Panel>
  );
}

type Where = { id: string; label: string; way: InvitableView['services'][number]['ways'][number]; placeIds: string[] };

/** Anywhere first, then each place, then remotely. */
function useWhere(service: InvitableView['services'][number] | undefined): Where[] {
  const { t } = useTranslation('invitations');
  const locale = useLocale();
  if (!service) return [];
  const { ways } = service;
  const places = inOrder(service.places, ({ name }) => nameIn(name, locale), locale);
  const onSite = ways.find((way) => way === 'point' || way === 'bus');
  const each = onSite ? places.map(({ id, name }) => ({ id, label: nameIn(name, locale), way: onSite, placeIds: [id] })) : [];
  const any = onSite && places.length > 1 ? [{ id: 'any', label: t('anywhere'), way: onSite, placeIds: places.map(({ id }) => id) }] : [];
  const remote = (['remote', 'phone'] as const).filter((way) => ways.includes(way));
  return [...any, ...each, ...remote.map((way) => ({ id: way, label: t(`ways.${way}`), way, placeIds: [] }))];
}

function Earlier({ matterId, onPaper }: { matterId: string; onPaper: (id: string) => void }) {
  const { t } = useTranslation('invitations');
  const found = useQuery({ queryKey: invitationsKey(matterId), queryFn: () => readInvitations(matterId), staleTime: 0 });
  const rows = found.data?.invitations ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="fields" aria-labelledby="earlier-invitations">
      <h2 id="earlier-invitations">{t('earlier')}</h2>
      <InvitationRows rows={rows} matterId={matterId} onPaper={onPaper} />
    </section>
  );
}
