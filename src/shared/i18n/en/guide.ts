import type { guide as french } from '../fr/guide.ts'
import type { Texts } from '../texts.ts'

export const guide: Texts<typeof french> = {
  search: 'Search help',
  placeholder: 'A word: password, limit, invoice…',
  none: 'Nothing in the help matches. Try another word, or call the Helpdesk.',
  count_one: '{{count}} topic',
  count_other: '{{count}} topics',
  here: 'About the page you were on',
  groups: {
    account: 'Your access',
    work: 'Your work',
    app: 'The app',
  },
  topics: {
    firstSignIn: 'Signing in for the first time',
    security: 'Step 1: security',
    personalData: 'Step 2: your personal data',
    forgotten: 'Forgotten password',
    access: 'Your sign-in',
    profile: 'Updating your details',
    home: 'What has changed',
    limits: 'Credit limits',
    apply: 'Applying for a limit',
    several: 'Applying for several limits',
    turnover: 'Declaring turnover',
    exposure: 'Exposure and cover',
    dashboard: 'The Insights dashboard',
    buyers: 'Searching for a buyer',
    whatIf: 'What if',
    monthPack: 'Month pack',
    cases: 'Collection cases',
    partners: 'Partner Area',
    offline: 'Without a network',
    find: 'Finding things quickly',
    lock: 'Locking the app',
    notifications: 'Notifications',
    links: 'Sending a page to a colleague',
  },
  steps: {
    firstSignIn:
      'Choose the service to open: Serv@Net, Collect@Net, Atradius Insights or the Partner Area. The sign-in screen is the same for all of them.\nEnter the username and the initial password that your contact person gave you, then click “Sign in”.\nYou are asked for some information in two steps, at this first sign-in only.\nThe initial password is valid for 14 days. If it has expired, ask your contact person for another one.',
    security:
      'Choose a stronger password. The “?” next to the field shows the rules.\nChoose three questions and answer them. You will be asked them if you forget your password.\nRemember your answers as you wrote them; capitals and accents do not matter.',
    personalData:
      'Enter your e-mail address twice. We use it to tell you before your password expires and, if you wish, to send you Serv@Net alerts.\nOne address can be used for one account only.\nThe first name is optional, the last name is required. Choose your language, too.\nClick “Next”: the home page of Serv@Net opens.',
    forgotten:
      'On the sign-in screen, click “Forgotten your password?”.\nEnter your username, then “Continue”.\nAnswer your personal security questions, then “Continue”.\nChoose a new password; the “?” shows the rules. “Back to the home page” takes you to the sign-in screen.',
    access:
      'One username and one password open Serv@Net, Collect@Net, Atradius Insights and the Partner Area.\nIf you choose to stay signed in, the proof of your sign-in is kept in this computer’s keychain, never in a readable file. Signing out erases it.\nForgotten your password? You can choose a new one yourself from the sign-in screen. We will never ask for your password by phone or e-mail.',
    profile:
      'In Serv@Net, click “User profile”. In Insights, click the “My account” icon.\nThere you choose the default country of your searches and the first page of Serv@Net, then “Save”.\nPassword, questions and signed-in devices are under “Security”.',
    home: 'The home page of Serv@Net first shows what has changed since your last visit. Tick what you have read.\nAn announced cut says from which day it applies; deliveries made before keep the former limit.\nTick an alert once you have dealt with it; all of them stay under “Alerts”.',
    limits:
      'The list shows the latest decision for each buyer and policy. Filter by country, status or policy.\nThe page of a limit shows what covers a delivery today, the conditions and the history.\nThe “Ends on” column shows when a temporary limit ends.',
    apply:
      'Look for the buyer by name or number. If it is not known, describe it.\nEnter the policy, the amount, the payment terms and, if needed, an end date.\nCheck and send. Offline, the application waits on this computer and is sent once.\nFollow it under “Applications” until it is decided.',
    several:
      'Paste a table, or open a CSV or Excel file.\nCheck what each column holds: the app remembers it for next time.\nCorrect the rows that are marked, then send them all. Each row is followed to its decision.',
    turnover:
      'Choose the policy and the period, then enter the amount.\nThe amount declared for the same period a year earlier is shown beside it.\nA declaration sent by mistake is corrected by a new one.',
    exposure:
      'Open your aged receivables (CSV or Excel). They stay on this computer and are never sent.\nEach customer is matched to a buyer by number, then by name. Say who it is where the app cannot tell.\nThe page shows what is covered, what is over its limit, and until when an unpaid invoice must be reported.\nExport these dates to your calendar, or remove the file when you have finished.',
    dashboard:
      'Choose the currency and the period at the top of the page.\nThe “?” of a figure explains how it is computed, with your amounts. A click opens the rows behind it.\nEach chart has its table, which you can copy or export.',
    buyers:
      'Type the beginning of a name or number: accents and capitals do not matter.\nFilter by country, risk band, decision or policy, then sort by column.\nRatings go from 1 to 100; the higher, the greater the risk. Your private notes stay on this computer.',
    whatIf:
      'Suppose that a currency moves, that the largest buyers worsen, or that a limit is cut.\nThe page shows the figures before and after. Nothing is sent or kept.',
    monthPack:
      'Choose the month: the pack brings together the figures, their sources, the rates and the dates.\nSave it as a PDF on A4, in your language.',
    cases:
      'Collect@Net shows each case, its course, the amounts recovered and what is still due.\nFor a new case, enter the buyer, the policy and the invoices, then attach the documents.\nOffline, the case waits and is sent once.',
    partners:
      'For brokers: the list shows your clients, their policies and their figures.\nOpen a client’s view: a band always says whose data you are looking at.\nDocuments are sorted by topic; you can open or save them.',
    offline:
      'The app shows the latest data kept on this computer, with their date.\nWhat you enter waits, and is sent as soon as the service answers. The button at the top of the window shows what waits.\nIf something has changed meanwhile, the app shows you both versions, and you choose.',
    find: 'Ctrl K (⌘ K on a Mac) looks for a buyer, a policy, a page or an action.\nCtrl 1 to 4 opens a service, F5 refreshes, F1 opens this help at the topic of the page.',
    lock: 'Choose a lock password in your profile, under “Lock”.\nThe app locks itself when you are away, or with Ctrl Shift L.\nIf you forget it, sign in again: what was waiting to be sent is then lost, and the app tells you so first.',
    notifications:
      'Choose in your profile what you want to be notified of: decisions, cuts, deteriorations, messages.\nDuring quiet hours nothing appears; everything stays on the home page.',
    links:
      '“Copy link to this page” is in the “Go” menu, under a right click and in Ctrl K.\nThe link opens the app at this page, for anyone who has access to it. It holds no password and no amount.',
  },
  words: {
    firstSignIn: 'registration, username, initial password, account',
    security: 'password, rules, secret questions, answers',
    personalData: 'e-mail, address, first name, last name, language',
    forgotten: 'recovery, reset, locked out, security questions',
    access: 'one identity, stay signed in, keychain, safety',
    profile: 'preferences, my account, country, first page, save, change password',
    home: 'home, news, alerts, messages, cut, notice period',
    limits: 'cover, decision, refused, reduced, policy',
    apply: 'register a credit limit, new application, increase',
    several: 'batch, table, import, paste, CSV, XLSX',
    turnover: 'sales, declaration, period',
    exposure: 'ledger, receivables, overdue, maximum extension period, due date, invoices',
    dashboard: 'ABR, risk acceptance, deductions, period, currency',
    buyers: 'search, customer, debtor, rating, number',
    whatIf: 'hypothesis, scenario, simulate, currency',
    monthPack: 'PDF, board, report, print',
    cases: 'Collect@Net, unpaid, invoices, documents, lawyer',
    partners: 'broker, clients, documents, topics',
    offline: 'offline, waiting, outbox, synchronise, conflict',
    find: 'palette, shortcuts, keyboard, search',
    lock: 'away, idle, password, screen',
    notifications: 'alert, quiet hours, weekend, sound',
    links: 'link, address, share',
  },
}
