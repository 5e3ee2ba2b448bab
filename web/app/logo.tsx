export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="7" fill="var(--rd-accent)" />
      <path d="M6 8.5h7.5a3.5 3.5 0 0 1 0 7H11" fill="none" stroke="#fff" strokeWidth="2" strokeLinecap="round" />
      <path d="M18 15.5h-1M6 12.5h4M6 16.5h1.5" fill="none" stroke="#fff" strokeWidth="2" strokeLinecap="round" opacity=".75" />
    </svg>
  );
}
