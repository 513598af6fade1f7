/** How Mantine's behaviour wears the theme: only class names, no values. */
import { createTheme, Menu, Modal, Tooltip } from '@mantine/core';

export const mantineTheme = createTheme({
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Menu: Menu.extend({
      // The placeholder would be a child of the menu that is no menu item.
      defaultProps: {
        offset: 6,
        transitionProps: { duration: 120 },
        // Beside its button a menu stays inside a landmark; "fixed" keeps it from being cut off.
        withinPortal: false,
        floatingStrategy: 'fixed',
        withInitialFocusPlaceholder: false,
      },
      classNames: {
        dropdown: 'floating',
        item: 'floating-item',
        label: 'floating-label',
        divider: 'floating-divider',
      },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, transitionProps: { duration: 120 } },
      classNames: { tooltip: 'hint' },
    }),
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
