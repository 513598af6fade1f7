/** How far the first answer of this page was: a subject that nobody followed yet is told from there on. */
let first: number | null = null;

export function notePosition(response: Response): void {
  const given = response.headers.get('coditect-position');
  if (first === null && given) first = Number(given);
}

export function firstPosition(): number | null {
  return first;
}
