import { t } from '@lingui/core/macro';
import { ChartGantt, List, ListFilter, Search, SquareKanban, X } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { Button } from '@/components/Button';
import { AddTask } from './AddTask';
import { useBoard } from './board-context';
import styles from './BoardHead.module.css';
import { type Facet, facets, isFiltered, toggled, type View, views, without } from './choice';
import { facetLabel, useFacet, valueLabel } from './facets';
import { Picker } from './Picker';
import { number } from '@/lib/locale';

const icons = { board: SquareKanban, list: List, timeline: ChartGantt };

interface Props {
  loaded: boolean;
  adder: RefObject<() => void>;
}

/** What is shown of the tasks, and how: everything here stands in the address. */
export function BoardHead({ loaded, adder }: Props) {
  const board = useBoard();
  const { choice, choose, shown, all } = board;
  const [facet, setFacet] = useState<Facet | 'any' | null>(null);
  return (
    <header className={styles.head}>
      <div className={styles.row}>
        <h1>{t`Board`}</h1>
        <Views
          current={choice.view ?? 'board'}
          onChange={(view) => {
            choose({ ...choice, view: view === 'board' ? undefined : view });
          }}
        />
        <Find />
        <Button
          size="small"
          className={styles.filters}
          icon={<ListFilter size={14} aria-hidden />}
          onClick={() => {
            setFacet('any');
          }}
        >
          {t({ message: 'Filter', context: 'button' })}
        </Button>
        <AddTask projectId={board.projectId} openerRef={adder} />
      </div>
      {loaded && isFiltered(choice) && (
        <div className={styles.chips} role="group" aria-label={t`Filters`}>
          {facets.flatMap((one) =>
            (choice[one] ?? []).map((value) => (
              <Chip
                key={`${one} ${value}`}
                facet={one}
                value={value}
                onEdit={() => {
                  setFacet(one);
                }}
              />
            )),
          )}
          <span className={styles.count}>{t`${number(shown.length)} of ${number(all.length)}`}</span>
          <button
            type="button"
            className={styles.clear}
            onClick={() => {
              choose(without(choice));
            }}
          >
            {t`Clear`}
          </button>
        </div>
      )}
      {facet === 'any' && (
        <Picker
          title={t`Filter by`}
          options={facets.map((key) => ({ key, label: facetLabel[key] }))}
          onPick={(key) => {
            // After this list has closed itself, the next one opens.
            queueMicrotask(() => {
              setFacet(key as Facet);
            });
          }}
          onClose={() => {
            setFacet(null);
          }}
        />
      )}
      {facet && facet !== 'any' && (
        <FacetPicker
          facet={facet}
          onClose={() => {
            setFacet(null);
          }}
        />
      )}
    </header>
  );
}

function Views({ current, onChange }: { current: View; onChange: (view: View) => void }) {
  const names: Record<View, string> = {
    board: t({ message: 'Board', context: 'view' }),
    list: t`List`,
    timeline: t`Timeline`,
  };
  return (
    <div className={styles.views} role="group" aria-label={t`View`}>
      {views.map((view) => {
        const Icon = icons[view];
        return (
          <button
            key={view}
            type="button"
            aria-pressed={view === current}
            aria-label={names[view]}
            onClick={() => {
              onChange(view);
            }}
          >
            <Icon size={14} strokeWidth={1.75} aria-hidden />
            <span>{names[view]}</span>
          </button>
        );
      })}
    </div>
  );
}

function Find() {
  const { choice, choose } = useBoard();
  const [text, setText] = useState(choice.find ?? '');
  const [seen, setSeen] = useState(choice.find);
  // The back button changes the address; what is being typed is ahead of it.
  if (choice.find !== seen) {
    setSeen(choice.find);
    if ((choice.find ?? '') !== text.trim()) setText(choice.find ?? '');
  }
  return (
    <label className={styles.find}>
      <Search size={14} strokeWidth={1.75} aria-hidden />
      <input
        type="search"
        data-board-filter
        aria-label={t`Filter tasks`}
        placeholder={t`Find`}
        value={text}
        maxLength={200}
        onChange={(event) => {
          setText(event.target.value);
          choose({ ...choice, find: event.target.value.trim() || undefined }, true);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </label>
  );
}

function Chip({ facet, value, onEdit }: { facet: Facet; value: string; onEdit: () => void }) {
  const { all, choice, choose } = useBoard();
  const name = valueLabel(facet, value, all);
  const kind = facetLabel[facet];
  return (
    <span className={styles.chip}>
      <button type="button" onClick={onEdit}>
        <span>{kind}</span> {name}
      </button>
      <button
        type="button"
        aria-label={t`Remove filter ${kind} ${name}`}
        onClick={() => {
          choose(toggled(choice, facet, value));
        }}
      >
        <X size={12} strokeWidth={2} aria-hidden />
      </button>
    </span>
  );
}

function FacetPicker({ facet, onClose }: { facet: Facet; onClose: () => void }) {
  const { choice, choose } = useBoard();
  const options = useFacet(facet);
  return (
    <Picker
      title={facetLabel[facet]}
      options={options}
      many
      onPick={(key) => {
        choose(toggled(choice, facet, key));
      }}
      onClose={onClose}
    />
  );
}
