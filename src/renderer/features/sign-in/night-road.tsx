import styles from './night-road.module.css'

/** A road at night, seen from above the bend: two bundles of light that run to the horizon. */
export function NightRoad() {
  return (
    <svg
      className={styles['road']}
      viewBox="0 0 640 900"
      preserveAspectRatio="xMidYMax slice"
      fill="none"
      aria-hidden="true"
    >
      <g className={styles['red']}>
        <path d="M-60 905C120 800 372 700 430 545C455 478 432 420 446 380" strokeWidth="3" />
        <path d="M-40 960C170 830 400 712 448 548C468 480 442 424 452 380" strokeWidth="1.5" />
        <path d="M30 960C220 850 424 720 462 552C480 486 450 428 457 380" strokeWidth="2.25" />
        <path d="M140 960C300 850 452 726 480 556C494 492 460 430 463 380" strokeWidth="1" />
      </g>
      <g className={styles['white']}>
        <path d="M340 960C430 850 512 730 520 560C524 494 480 432 474 380" strokeWidth="1.25" />
        <path d="M470 960C524 850 560 736 548 564C542 496 492 434 480 380" strokeWidth="2" />
        <path d="M600 960C620 850 610 740 576 568C562 498 504 436 486 380" strokeWidth="1" />
      </g>
    </svg>
  )
}
