import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { Button } from '@/components/Button';
import { FloatingMenu, menuAside, menuItem } from '@/components/Floating';
import { exportUrl } from './queries';

/* eslint-disable lingui/no-unlocalized-strings -- names of formats */
const formats = [
  { name: 'svg', label: 'SVG', use: msg`Drawing` },
  { name: 'png', label: 'PNG', use: msg`Picture` },
  { name: 'pdf', label: 'PDF', use: msg`Print` },
  { name: 'bpmn', label: 'BPMN', use: msg`Process tools` },
  { name: 'mermaid', label: 'Mermaid', use: msg`Docs as text` },
  { name: 'html', label: 'HTML', use: msg`Whole report` },
];
/* eslint-enable lingui/no-unlocalized-strings */

export function ExportMenu({ workflowId }: { workflowId: string }) {
  const id = useId();
  return (
    <div>
      <Button popoverTarget={id} aria-haspopup="menu">
        {t`Export`}
        <ChevronDown size={14} aria-hidden />
      </Button>
      <FloatingMenu id={id} side="below-end" style={{ minWidth: 208 }} aria-label={t`Export`}>
        {formats.map(({ name, label, use }) => (
          <a
            key={name}
            role="menuitem"
            tabIndex={-1}
            className={menuItem}
            href={exportUrl(workflowId, name, true)}
            download
          >
            {label}
            <span className={menuAside}>{i18n._(use)}</span>
          </a>
        ))}
      </FloatingMenu>
    </div>
  );
}
