const families = ['agent', 'people', 'external', 'coordination', 'done'] as const;
export type Family = (typeof families)[number];

/** One of the colour families, always the same for the same name. */
export function familyOf(name: string): Family {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return families[sum % families.length] ?? 'agent';
}
