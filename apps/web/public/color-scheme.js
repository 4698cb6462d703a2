// Sets light or dark before the first paint. A file of its own, because inline scripts are forbidden here.
(() => {
  let wanted = 'auto';
  try {
    wanted = localStorage.getItem('trellis-color-scheme') || 'auto';
  } catch {
    // Storage can be switched off; the device's own setting then decides.
  }
  const dark = wanted === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : wanted === 'dark';
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
