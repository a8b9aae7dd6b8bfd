import './tabs.css';
import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';
import { Kbd } from './kbd.tsx';

export type TabItem<Id extends string> = { id: Id; label: string; count?: number; keys?: string };

type TabsProps<Id extends string> = {
  label: string;
  tabs: readonly TabItem<Id>[];
  value: Id;
  onChange: (id: Id) => void;
  children: ReactNode;
};

/** One panel at a time; the panel belongs to the chosen tab. */
export function Tabs<Id extends string>({ label, tabs, value, onChange, children }: TabsProps<Id>) {
  return (
    <AriaTabs selectedKey={value} onSelectionChange={(key) => onChange(key as Id)} className="tabbed">
      <TabList aria-label={label} className="tabs">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="tab" aria-keyshortcuts={tab.keys}>
            {tab.label}
            {tab.count === undefined ? null : <span className="count">{tab.count}</span>}
            {tab.keys ? <Kbd keys={tab.keys} /> : null}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="tab-panel">
          {tab.id === value ? children : null}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
