'use client'
import { type DragEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useSay } from '../../useSay'

type DropZoneProps = {
  multiple: boolean
  /** Files may be dropped beside it too. */
  wholePage: boolean
  hint: string
  onFiles: (files: File[]) => void
  children?: ReactNode
}

/** Where files are dropped, or chosen by mouse or keyboard. */
export function DropZone({ multiple, wholePage, hint, onFiles, children }: DropZoneProps) {
  const { say } = useSay()
  const hintId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = useRef(onFiles)
  take.current = (files) => onFiles(multiple ? files : files.slice(0, 1))

  useEffect(() => {
    if (!wholePage) return
    const over = (event: globalThis.DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: globalThis.DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: globalThis.DragEvent) => {
      // A drawer above the page takes its own.
      if (!hasFiles(event.dataTransfer) || event.defaultPrevented) return
      event.preventDefault()
      setOver(false)
      take.current(filesOf(event.dataTransfer))
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [wholePage])

  function onDrop(event: DragEvent) {
    if (!hasFiles(event.dataTransfer)) return
    event.preventDefault()
    setOver(false)
    take.current(filesOf(event.dataTransfer))
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button inside does the same by keyboard
    <div
      className={`xb-upload__zone${isOver ? ' xb-upload__zone--over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <div className="xb-upload__ask">
        <button
          type="button"
          className="xb-upload__choose"
          aria-describedby={hintId}
          onClick={() => input.current?.click()}
        >
          {multiple
            ? say({ zh: '选择文件', en: 'Choose files' })
            : say({ zh: '选择一个文件', en: 'Choose a file' })}
        </button>
        <span className="xb-upload__or">
          {multiple
            ? say({ zh: '或把多个文件拖到这里', en: 'or drop several here' })
            : say({ zh: '或拖到这里', en: 'or drop it here' })}
        </span>
        {children}
      </div>
      <p id={hintId} className="xb-note">
        {hint}
      </p>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          take.current([...(event.target.files ?? [])])
          // So that the same file can be chosen again.
          event.target.value = ''
        }}
      />
    </div>
  )
}

function hasFiles(transfer: DataTransfer | null) {
  return transfer?.types.includes('Files') ?? false
}

function filesOf(transfer: DataTransfer | null) {
  return [...(transfer?.files ?? [])]
}
