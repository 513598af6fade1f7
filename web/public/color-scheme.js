// Runs before the first paint, so that a dark page never flashes white. The page's own code takes over from here.
(() => {
  const chosen = localStorage.getItem('coditect-color-scheme');
  const dark =
    chosen === 'dark' || (chosen !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
})();
