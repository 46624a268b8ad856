/** The few signs of the app, drawn on a 20 px grid in the colour of the text around them. */
import type { ComponentType, ReactNode } from 'react'
import styles from './spinner.module.css'

type IconProps = { readonly size?: number }
export type Icon = ComponentType<IconProps>

function icon(children: ReactNode): Icon {
  return function DrawnIcon({ size = 20 }: IconProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {children}
      </svg>
    )
  }
}

export const ArrowRightIcon = icon(<path d="M3.5 10h13M11.5 5l5 5-5 5" />)
export const ArrowLeftIcon = icon(<path d="M16.5 10h-13M8.5 5l-5 5 5 5" />)
export const ArrowUpIcon = icon(<path d="M10 16.5v-13M5 8.5l5-5 5 5" />)
export const ArrowDownIcon = icon(<path d="M10 3.5v13M5 11.5l5 5 5-5" />)
export const ChevronDownIcon = icon(<path d="M5.5 8l4.5 4.5L14.5 8" />)
export const CheckIcon = icon(<path d="M4 10.5l4 4 8-9" />)
export const EditIcon = icon(<path d="M12.5 4l3.5 3.5-8.5 8.5H4v-3.5z" />)
export const CloseIcon = icon(<path d="M5 5l10 10M15 5L5 15" />)
export const QuestionIcon = icon(
  <path d="M7.2 7.4c.2-1.6 1.4-2.5 2.9-2.5 1.6 0 2.8 1 2.8 2.5 0 2.1-2.8 2.3-2.8 4.4M10.1 15v.1" />,
)
export const InfoIcon = icon(
  <>
    <circle cx="10" cy="10" r="7.75" />
    <path d="M10 9.2v4.6M10 6.3v.1" />
  </>,
)
export const WarningIcon = icon(<path d="M10 2.8l7.8 13.7H2.2zM10 8v4M10 14.3v.1" />)
export const ErrorIcon = icon(
  <>
    <circle cx="10" cy="10" r="7.75" />
    <path d="M10 5.8v5M10 13.8v.1" />
  </>,
)
export const ClockIcon = icon(
  <>
    <circle cx="10" cy="10" r="7.75" />
    <path d="M10 5.5V10l3 2" />
  </>,
)
export const GlobeIcon = icon(
  <>
    <circle cx="10" cy="10" r="7.75" />
    <path d="M2.5 10h15M10 2.3c2.3 2.2 3.3 4.8 3.3 7.7s-1 5.5-3.3 7.7C7.7 15.5 6.7 12.9 6.7 10s1-5.5 3.3-7.7z" />
  </>,
)
export const MenuIcon = icon(<path d="M3 6h14M3 10h14M3 14h14" />)
export const MoreIcon = icon(<path d="M5 10v.1M10 10v.1M15 10v.1" strokeWidth="2.5" />)
export const PrintIcon = icon(<path d="M5.5 7.5v-5h9v5M5.5 14H3V7.5h14V14h-2.5M5.5 11.5h9v6h-9z" />)
export const AccountIcon = icon(
  <>
    <circle cx="10" cy="7" r="3.25" />
    <path d="M3.5 17c.7-3.2 3.3-5 6.5-5s5.8 1.8 6.5 5" />
  </>,
)
export const SearchIcon = icon(
  <>
    <circle cx="8.75" cy="8.75" r="5.25" />
    <path d="M12.7 12.7L17 17" />
  </>,
)
export const DashboardIcon = icon(<path d="M3 16.5h14M5.5 13.5V9M10 13.5V4M14.5 13.5V7" />)
export const ToolsIcon = icon(
  <>
    <path d="M3 6.5h8M15 6.5h2M3 13.5h2M9 13.5h8" />
    <circle cx="13" cy="6.5" r="2" />
    <circle cx="7" cy="13.5" r="2" />
  </>,
)
export const HelpIcon = icon(
  <>
    <circle cx="10" cy="10" r="7.75" />
    <path d="M7.9 7.9c.2-1.2 1-1.8 2.1-1.8s2 .7 2 1.8c0 1.5-2 1.6-2 3.1M10 13.8v.1" />
  </>,
)
export const HomeIcon = icon(<path d="M3 9l7-6 7 6v8h-4.75v-5h-4.5v5H3z" />)
export const GridIcon = icon(
  <path d="M3 3h5.5v5.5H3zM11.5 3H17v5.5h-5.5zM3 11.5h5.5V17H3zM11.5 11.5H17V17h-5.5z" />,
)
export const PolicyIcon = icon(<path d="M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M8 10h5M8 13.5h5" />)
export const SignOutIcon = icon(<path d="M8 17H3.5V3H8M8 10h9M13 6l4 4-4 4" />)
export const ShieldIcon = icon(
  <path d="M10 2.3l6.5 2.4v5c0 3.8-2.6 6.6-6.5 8-3.9-1.4-6.5-4.2-6.5-8v-5z" />,
)
export const TrendIcon = icon(<path d="M2.5 14.5l5-5 3.5 3.5 6.5-7M12.8 6h4.7v4.7" />)
export const InvoiceIcon = icon(
  <path d="M4.5 2.5h11v15l-2.2-1.5-2.2 1.5-2.2-1.5-2.2 1.5-2.2-1.5zM8 7h4.5M8 10.5h4.5" />,
)
export const PartnersIcon = icon(
  <>
    <circle cx="7" cy="7" r="2.75" />
    <path d="M1.8 16.5c.5-2.9 2.5-4.5 5.2-4.5s4.7 1.6 5.2 4.5M13 4.4a2.75 2.75 0 010 5.2M14.7 12.4c1.9.5 3.1 1.9 3.5 4.1" />
  </>,
)

/** A sign that something is under way; the words that say what stand beside it. */
export function Spinner() {
  return <span className={styles['spinner']} aria-hidden="true" />
}
