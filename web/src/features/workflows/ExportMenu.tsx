import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { Button } from '@/components/Button';
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
  return (
    <Menu position="bottom-end" width={208}>
      <Menu.Target>
        <Button>
          {t`Export`}
          <ChevronDown size={14} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(({ name, label, use }) => (
          <Menu.Item
            key={name}
            component="a"
            href={exportUrl(workflowId, name, true)}
            download
            rightSection={<span style={{ color: 'var(--ink-3)', fontSize: 12 }}>{i18n._(use)}</span>}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
