import { Mark } from './Mark'

/** Mark and name, above the sign-in form. */
export function Logo() {
  return (
    <div className="xb-logo">
      <Mark size={52} />
      <div>
        <div className="xb-logo__name">
          宣播 <span>Xuanbo</span>
        </div>
        <div className="xb-logo__line">宣传内容管理与户外屏排播</div>
      </div>
    </div>
  )
}
