// Before anything is painted: the theme this browser was told to keep.
try {
  const theme = localStorage.getItem('dealwatch-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is shut off: the system decides.
}
