import { Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { Button } from '@/components/Button';
import { exportUrl } from './queries';

const formats = [
  { name: 'svg', label: 'SVG', use: 'Drawing' },
  { name: 'png', label: 'PNG', use: 'Picture' },
  { name: 'pdf', label: 'PDF', use: 'Print' },
  { name: 'bpmn', label: 'BPMN', use: 'Process tools' },
  { name: 'mermaid', label: 'Mermaid', use: 'Docs as text' },
  { name: 'html', label: 'HTML', use: 'Whole report' },
];

export function ExportMenu({ workflowId }: { workflowId: string }) {
  return (
    <Menu position="bottom-end" width={208}>
      <Menu.Target>
        <Button>
          Export
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
            rightSection={<span style={{ color: 'var(--ink-3)', fontSize: 12 }}>{use}</span>}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
