interface Part {
  text: string;
  link: boolean;
}

/** Plain text cut where web addresses begin and end. */
export function linkified(text: string): Part[] {
  return text
    .split(/(https?:\/\/[^\s"'<>]+)/)
    .map((part, index) => ({ text: part, link: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
