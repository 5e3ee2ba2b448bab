/** A desk and a phone that talk to each other. */
export function Art() {
  return (
    <div className="art">
      <svg viewBox="0 0 400 150" width="100%" aria-hidden="true">
        <rect x="52" y="30" width="172" height="150" rx="10" fill="var(--rd-surface)" stroke="var(--rd-line-strong)" />
        <rect x="52" y="30" width="46" height="150" rx="10" fill="var(--rd-hover)" />
        <rect x="64" y="46" width="22" height="5" rx="2.5" fill="var(--rd-line-strong)" />
        <rect x="64" y="60" width="22" height="5" rx="2.5" fill="var(--rd-line-strong)" />
        <rect x="64" y="74" width="22" height="5" rx="2.5" fill="var(--rd-accent-4)" />
        <rect x="112" y="48" width="70" height="18" rx="9" fill="var(--rd-bubble-in)" />
        <rect x="132" y="74" width="80" height="18" rx="9" fill="var(--rd-bubble-out)" />
        <rect x="112" y="100" width="54" height="18" rx="9" fill="var(--rd-bubble-in)" />
        <path
          d="M236 84h34M264 78l6 6-6 6M270 108h-34M242 102l-6 6 6 6"
          fill="none"
          stroke="var(--rd-accent-4)"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <rect x="284" y="18" width="84" height="160" rx="14" fill="var(--rd-surface)" stroke="var(--rd-line-strong)" strokeWidth="1.5" />
        <rect x="314" y="25" width="24" height="4" rx="2" fill="var(--rd-line-strong)" />
        <rect x="306" y="46" width="52" height="18" rx="9" fill="var(--rd-active-bg)" />
        <rect x="294" y="74" width="56" height="18" rx="9" fill="var(--rd-bubble-in)" />
        <rect x="316" y="100" width="42" height="18" rx="9" fill="var(--rd-active-bg)" />
        <path
          d="M338 126l3 3 5-6M343.5 128.3l.7.7 5-6"
          fill="none"
          stroke="var(--rd-read)"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </div>
  );
}
