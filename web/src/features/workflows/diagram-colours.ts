/** Lets a drawing made for white paper follow the theme: each of its colours becomes the variable of the same meaning. */

const variables: Readonly<Record<string, string>> = {
  '#ffffff': '--diagram-background',
  '#f9fafc': '--diagram-surface',
  '#e2e6ec': '--diagram-hairline',
  '#151a22': '--diagram-text',
  '#56606f': '--diagram-muted',
  '#8791a1': '--diagram-edge',
  '#effcf9': '--diagram-people-fill',
  '#86d9c9': '--diagram-people-stroke',
  '#0a6957': '--diagram-people-ink',
  '#eff6fe': '--diagram-agent-fill',
  '#9cc4f1': '--diagram-agent-stroke',
  '#1c5cb0': '--diagram-agent-ink',
  '#fff8ea': '--diagram-system-fill',
  '#efc77e': '--diagram-system-stroke',
  '#855200': '--diagram-system-ink',
  '#fbf0fd': '--diagram-coordination-fill',
  '#dda6e8': '--diagram-coordination-stroke',
  '#870f98': '--diagram-coordination-ink',
  '#f4fbea': '--diagram-done-fill',
  '#add97b': '--diagram-done-stroke',
  '#3a730a': '--diagram-done-ink',
  '#f7f8fa': '--diagram-neutral-fill',
  '#cbd1da': '--diagram-neutral-stroke',
  '#48515f': '--diagram-neutral-ink',
};

export function themed(colour: string): string {
  const variable = variables[colour.toLowerCase()];
  return variable ? `var(${variable}, ${colour})` : colour;
}
