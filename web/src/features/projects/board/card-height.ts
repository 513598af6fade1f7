/** How tall a card is with the space below it: one number, so that long columns can be drawn in part. */
export const CARD_HEIGHT = 92;
