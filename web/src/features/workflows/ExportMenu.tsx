import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/Button';
import { FloatingMenu, menuAside, menuItem, menuLabel } from '@/components/Floating';
import styles from './ExportMenu.module.css';
import { archiveUrl, documentUrl, drawingUrl, type Look, type State } from './export-urls';

/* eslint-disable lingui/no-unlocalized-strings -- names of formats */
const drawings = [
  { name: 'svg', label: 'SVG', use: msg`Drawing` },
  { name: 'png', label: 'PNG', use: msg`Picture` },
  { name: 'pdf', label: 'PDF', use: msg`Print` },
  { name: 'bpmn', label: 'BPMN', use: msg`Process tools` },
  { name: 'vsdx', label: 'Visio', use: msg`Office` },
  { name: 'drawio', label: 'draw.io', use: msg`Drawing tools` },
  { name: 'mermaid', label: 'Mermaid', use: msg`Docs as text` },
  { name: 'plantuml', label: 'PlantUML', use: msg`Docs as text` },
  { name: 'dot', label: 'DOT', use: msg`Graphviz` },
  { name: 'html', label: 'HTML', use: msg`Page with data` },
];
const documents = [
  { name: 'report', label: msg`Report`, formats: ['pdf', 'docx', 'html', 'md'] },
  { name: 'requirements', label: msg`Requirements`, formats: ['pdf', 'docx', 'html', 'md'] },
  { name: 'roadmap', label: msg`Roadmap`, formats: ['pdf', 'docx', 'html', 'md'] },
  { name: 'procedure', label: msg`Procedure`, formats: ['pdf', 'docx', 'html', 'md'] },
  { name: 'checklist', label: msg`Checklist`, formats: ['pdf', 'docx', 'html', 'md'] },
  { name: 'raci', label: msg`RACI sheet`, formats: ['pdf', 'docx', 'html', 'xlsx'] },
];
const written: Record<string, string> = { pdf: 'PDF', docx: 'Word', html: 'HTML', md: 'MD', xlsx: 'Excel' };
/* eslint-enable lingui/no-unlocalized-strings */

const states: { value: State; label: MessageDescriptor }[] = [
  { value: 'as_is', label: msg`As it is` },
  { value: 'to_be', label: msg`As it could be` },
];
const looks: { value: Look; label: MessageDescriptor }[] = [
  { value: 'light', label: msg`In colour` },
  { value: 'print', label: msg`To print` },
  { value: 'dark', label: msg`Dark` },
];

export function ExportMenu({ workflowId }: { workflowId: string }) {
  const id = useId();
  return (
    <div>
      <Button popoverTarget={id} aria-haspopup="menu">
        {t`Export`}
        <ChevronDown size={14} aria-hidden />
      </Button>
      <FloatingMenu id={id} side="below-end" className={styles.menu} aria-label={t`Export`}>
        <Documents workflowId={workflowId} />
        <Drawings workflowId={workflowId} />
        <Item href={archiveUrl(workflowId)} className={menuItem}>
          {t`Everything`}
          {/* eslint-disable-next-line lingui/no-unlocalized-strings -- name of a format */}
          <span className={menuAside}>ZIP</span>
        </Item>
      </FloatingMenu>
    </div>
  );
}

function Documents({ workflowId }: { workflowId: string }) {
  return (
    <div role="group" aria-label={t`Documents`} className={styles.group}>
      <p className={menuLabel}>{t`Documents`}</p>
      {documents.map(({ name, label, formats }) => (
        <div key={name} className={styles.document}>
          <span>{i18n._(label)}</span>
          {formats.map((format) => (
            <Item
              key={format}
              href={documentUrl(workflowId, name, format)}
              className={styles.format}
              label={`${i18n._(label)}, ${written[format] ?? format}`}
            >
              {written[format] ?? format}
            </Item>
          ))}
        </div>
      ))}
    </div>
  );
}

function Drawings({ workflowId }: { workflowId: string }) {
  const [of, setOf] = useState<State>('as_is');
  const [look, setLook] = useState<Look>('light');
  return (
    <div role="group" aria-label={t`Diagram`} className={styles.group}>
      <p className={menuLabel}>{t`Diagram`}</p>
      <Choice options={states} chosen={of} choose={setOf} />
      <Choice options={looks} chosen={look} choose={setLook} />
      <div className={styles.drawings}>
        {drawings.map(({ name, label, use }) => (
          <Item key={name} href={drawingUrl(workflowId, name, of, look)} className={menuItem}>
            {label}
            <span className={menuAside}>{i18n._(use)}</span>
          </Item>
        ))}
      </div>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  options: { value: T; label: MessageDescriptor }[];
  chosen: T;
  choose: (value: T) => void;
}

/** One of a few; choosing leaves the menu open. */
function Choice<T extends string>({ options, chosen, choose }: ChoiceProps<T>) {
  return (
    <div className={styles.choice} role="group">
      {options.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          role="menuitemradio"
          aria-checked={value === chosen}
          tabIndex={-1}
          className={styles.option}
          onClick={(event) => {
            event.stopPropagation();
            choose(value);
          }}
        >
          {i18n._(label)}
        </button>
      ))}
    </div>
  );
}

interface ItemProps {
  href: string;
  className: string | undefined;
  label?: string;
  children: ReactNode;
}

function Item({ href, className, label, children }: ItemProps) {
  return (
    <a role="menuitem" tabIndex={-1} className={className} href={href} aria-label={label} download>
      {children}
    </a>
  );
}
