import { CircleCheck, Clock, Ellipsis, Lock, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { ApiProblem } from '../shared/api/problem.ts';
import { Button } from '../shared/ui/button.tsx';
import { ArrangementChip, Chips } from '../shared/ui/chip.tsx';
import { Choice, Scale } from '../shared/ui/choice.tsx';
import { ComboBox } from '../shared/ui/combo-box.tsx';
import { EmptyState } from '../shared/ui/empty-state.tsx';
import { ErrorState } from '../shared/ui/error-state.tsx';
import { Menu } from '../shared/ui/menu.tsx';
import { Panel } from '../shared/ui/panel.tsx';
import { SearchField } from '../shared/ui/search-field.tsx';
import { Select } from '../shared/ui/select.tsx';
import { Skeleton } from '../shared/ui/skeleton.tsx';
import { StatusWord } from '../shared/ui/status.tsx';
import { Tabs } from '../shared/ui/tabs.tsx';
import { Taps } from '../shared/ui/taps.tsx';
import { TextArea, TextField } from '../shared/ui/text-field.tsx';
import { showToast } from '../shared/ui/toasts.ts';

const options = [
  { id: 'email', label: 'Sähköposti' },
  { id: 'letter', label: 'Kirje' },
  { id: 'phone', label: 'Puhelin', hint: 'kerrotaan puhelimessa' },
];

export function Controls() {
  const [one, setOne] = useState<string | null>('email');
  const [many, setMany] = useState<string[]>(['email']);
  const [grade, setGrade] = useState<number | null>(null);
  const [tab, setTab] = useState<'a' | 'b'>('a');
  const [words, setWords] = useState('');
  const [isOpen, setOpen] = useState(false);
  return (
    <main className="gallery">
      <section className="actions">
        <Button kind="primary" keys="Control+Enter" onPress={() => showToast({ text: 'Asia päätettiin.', undo: () => {} })}>
          Lähetä suojattuna
        </Button>
        <Button keys="h">Siirrä</Button>
        <Button kind="plain" icon={Ellipsis} aria-label="Lisää toimintoja" />
        <Button isDisabled>Ei nyt</Button>
        <Button onPress={() => setOpen(true)}>Päätä ja kirjaa</Button>
        <Menu label="Toiminnot" commands={[{ id: 'merge', label: 'Yhdistä toiseen asiaan', run: () => {} }]}>
          <Button>Valikko</Button>
        </Menu>
      </section>
      <section>
        <SearchField label="Hae" placeholder="Hae asia, asiakas tai kortti" value={words} onChange={setWords} keys="/" />
        <TextField label="Otsikko" hint="Ei viranomaisen nimeä" problem="Kirjoita otsikko" />
        <TextArea label="Kuvaus" />
        <Select label="Kanava" options={options} value={one} onChange={setOne} />
        <Select label="Kanava" look="line" options={options} value={one} onChange={setOne} />
        <ComboBox label="Yksikkö" options={options} value={null} onChange={() => {}} />
      </section>
      <section>
        <Taps label="Miksi asiakas tuli?" note="Ehdotettu polusta" options={options} value={many} onChange={setMany} />
        <Choice label="Miten tarve eteni?" options={options} value={one} onChange={setOne} />
        <Scale label="Kuinka hyvin ohjaus osui?" low="ei osunut" high="osui täysin" value={grade} onChange={setGrade} />
        <Tabs
          label="Kirjoita"
          tabs={[
            { id: 'a', label: 'Viesti', keys: 'r' },
            { id: 'b', label: 'Muistiinpano', count: 3, keys: 'n' },
          ]}
          value={tab}
          onChange={setTab}
        >
          {tab}
        </Tabs>
        <p className="actions">
          <StatusWord tone="wait" icon={Clock}>
            Neuvottavana
          </StatusWord>
          <StatusWord tone="good" icon={CircleCheck}>
            Hoitui ti 24.11.
          </StatusWord>
          <StatusWord tone="bad" icon={TriangleAlert}>
            2 pv
          </StatusWord>
          <StatusWord tone="brand" filled>
            Sinun vuorosi
          </StatusWord>
          <StatusWord tone="warn" icon={Clock} filled>
            Vastaa klo 12
          </StatusWord>
          <StatusWord tone="wait" icon={Lock} filled>
            Salassa pidettävä
          </StatusWord>
        </p>
        <Chips label="Järjestelyt">
          <ArrangementChip kind="hearing" label="Induktiosilmukka" />
          <ArrangementChip kind="longer-time" label="Pidempi aika" />
          <ArrangementChip kind="own-kind" label="Oma järjestely" />
        </Chips>
      </section>
      <Skeleton />
      <EmptyState title="Sinulla ei ole vielä asioita" action={<Button>Katso yksikön asiat</Button>}>
        Yksikössä odottaa 3 asiaa.
      </EmptyState>
      <ErrorState
        error={new ApiProblem({ status: 409, code: 'conflict', detail: 'Joku muutti samaa asiaa.', requestId: '6e4f' })}
        onRetry={() => {}}
      />
      {isOpen ? (
        <Panel title="Päätä ja kirjaa" facts="Käynti" onClose={() => setOpen(false)} foot={<Button kind="primary">Kirjaa</Button>}>
          <section>
            <Choice label="Miten tarve eteni?" options={options} value={one} onChange={setOne} />
          </section>
        </Panel>
      ) : null}
    </main>
  );
}
