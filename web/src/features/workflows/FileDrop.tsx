import { t } from '@lingui/core/macro';
import { Upload } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { describe } from '@/api/problem';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import styles from './FileDrop.module.css';
import { type FileText, MOST_FILE_BYTES, useReadFile } from './files';

/** Takes a text, Word or PDF file, dropped on what is inside or picked; its text can then be looked through. */
export function FileDrop({ onText, children }: { onText: (text: FileText) => void; children: ReactNode }) {
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [large, setLarge] = useState(false);
  const read = useReadFile();
  const take = (file: File | undefined) => {
    if (!file) return;
    setLarge(file.size > MOST_FILE_BYTES);
    if (file.size <= MOST_FILE_BYTES) read.mutate(file, { onSuccess: onText });
  };
  const drag = (event: DragEvent, inside: boolean) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(inside);
  };
  return (
    <div
      className={styles.drop}
      data-over={over ? true : undefined}
      onDragOver={(event) => {
        drag(event, true);
      }}
      onDragLeave={(event) => {
        drag(event, false);
      }}
      onDrop={(event) => {
        drag(event, false);
        take(event.dataTransfer.files[0]);
      }}
    >
      {children}
      <div className={styles.pick}>
        <input
          ref={picker}
          type="file"
          accept=".txt,.md,.docx,.pdf"
          hidden
          aria-label={t`File`}
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button
          size="small"
          icon={<Upload size={14} aria-hidden />}
          busy={read.isPending}
          onClick={() => picker.current?.click()}
        >
          {t`Choose a file`}
        </Button>
        <span>{t`or drop one here: text, Markdown, Word or PDF, up to 2 MB`}</span>
      </div>
      {large && (
        <Notice kind="bad">{t`This file has more than 2 MB. Keep the text and leave out pictures.`}</Notice>
      )}
      {!large && read.isError && <Notice kind="bad">{describe(read.error)}</Notice>}
    </div>
  );
}
