// Before anything is painted: the theme this browser was told to keep, and whether buttons say their keys.
document.documentElement.classList.add('has-keys');
try {
  const theme = localStorage.getItem('dealwatch-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  if (localStorage.getItem('dealwatch-keys') === 'off') document.documentElement.classList.remove('has-keys');
} catch {
  // Storage is shut off: the system decides, and keys are on.
}
