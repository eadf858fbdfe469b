const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#c8161d"/><rect x="6" y="8" width="20" height="13" rx="2" fill="none" stroke="#fff" stroke-width="2.2"/><path d="M12 25h8" stroke="#fff" stroke-width="2.2" stroke-linecap="round"/><path d="M11 16.5v-4M16 18v-7M21 16.5v-4" stroke="#ffd76a" stroke-width="2.2" stroke-linecap="round"/></svg>`

/** The mark as an address that needs no request. */
export const favicon = `data:image/svg+xml,${encodeURIComponent(svg)}`
