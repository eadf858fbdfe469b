/** Makes an element with a class, in a parent where one is given. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  parent?: HTMLElement,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (parent) parent.appendChild(made)
  return made
}

/** Makes an element that holds text. */
export function textElement(
  tag: 'div' | 'span',
  className: string,
  text: string,
  parent: HTMLElement,
): HTMLElement {
  const made = element(tag, className, parent)
  made.textContent = text
  return made
}

/** Resolves at `event`; rejects at the element's `error`. */
export function once(target: HTMLElement, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    function done() {
      target.removeEventListener(event, done)
      target.removeEventListener('error', failed)
      resolve()
    }
    function failed() {
      target.removeEventListener(event, done)
      target.removeEventListener('error', failed)
      reject(new Error(`${target.tagName.toLowerCase()} error`))
    }
    target.addEventListener(event, done)
    target.addEventListener('error', failed)
  })
}
