/** How Mantine's behaviour wears the theme: only class names, no values. */
import { createTheme, Modal } from '@mantine/core';

export const mantineTheme = createTheme({
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: Modal.extend({
      defaultProps: {
        transitionProps: { duration: 140, transition: 'fade' },
        padding: 24,
        radius: 8,
        zIndex: 200,
      },
    }),
  },
});
